from dragoman.api import *

__version__: str
