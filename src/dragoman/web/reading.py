"""Pages for whoever reads closely: a pair, a document, a claim."""

from fastapi import APIRouter

from dragoman.web import claims, documents, pairs

router = APIRouter(include_in_schema=False)
router.include_router(pairs.router)
router.include_router(documents.router)
router.include_router(documents.downloads)
router.include_router(claims.router)
