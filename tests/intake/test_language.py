"""Languages are told by script, by function words, then by a model."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml

from dragoman.documents.cues import LayoutCues
from dragoman.intake.language import LanguageFinder, split_languages
from dragoman.intake.language_model import Py3LangidModel
from dragoman.intake.read import read_document

MODEL = Py3LangidModel()


class Silent:
    """A model that must not be asked."""

    def scores_of(self, text: str) -> Mapping[str, float]:
        """Fail."""
        raise AssertionError(text)


def short_sentences() -> Iterator[tuple[str, str]]:
    """Yield the sentences of ``short_sentences.yaml``, each with its language."""
    held = yaml.safe_load(Path(__file__).with_name("short_sentences.yaml").read_text("utf-8"))
    yield from ((language, text) for language, texts in held.items() for text in texts)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The two foreign ministries said on Monday that their ambassadors would return within a week.", "en"),
        ("外交部宣布，两国大使将返回首都。", "zh"),
        ("外務省は、両国の大使が首都に戻ると発表しました。", "ja"),
        ("외무성은 두 나라의 대사가 수도로 돌아갈 것이라고 발표했다.", "ko"),
    ],
)
def test_plain_english_and_scripts_of_one_language_need_no_model(text: str, language: str, cues: LayoutCues) -> None:
    assert LanguageFinder(cues, Silent()).find(text) == language


def test_short_lines_are_in_the_language_of_their_page(cues: LayoutCues) -> None:
    assert LanguageFinder(cues, Silent(), "fr").find("Ambassade de Genève") == "fr"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministère a annoncé que les deux ambassadeurs sont de retour dans la capitale pour la semaine.", "fr"),
        ("El ministerio anunció que los dos embajadores volverán a la capital en una semana, según la agencia.", "es"),
        (
            "Das Ministerium teilte mit, dass die beiden Botschafter in der Woche nach dem Treffen wieder im Amt sind.",
            "de",
        ),
        ("Министерство сообщило, что послы двух стран вернутся в столицы через неделю и о дате не договорились.", "ru"),
        ("Міністерство закордонних справ повідомило, що посли обох держав повернуться до столиць за тиждень.", "uk"),
        ("O ministério anunciou que os dois embaixadores voltam à capital em uma semana, segundo a agência.", "pt"),
        ("Il ministero ha annunciato che i due ambasciatori tornano nella capitale fra una settimana.", "it"),
    ],
)
def test_other_languages_are_named_by_the_model(text: str, language: str, cues: LayoutCues) -> None:
    assert LanguageFinder(cues, MODEL).find(text) == language


@pytest.mark.parametrize(("language", "text"), list(short_sentences()))
def test_one_short_sentence_is_enough(language: str, text: str, cues: LayoutCues) -> None:
    assert LanguageFinder(cues, MODEL).find(text) == language


def test_sixty_short_sentences_of_either_kind_are_told(cues: LayoutCues) -> None:
    languages = [language for language, _ in short_sentences()]
    assert languages.count("en") >= 60
    assert len(languages) - languages.count("en") >= 60
    assert len(set(languages)) >= 20


@pytest.mark.parametrize("text", ["লিমা গত শুক্রবার প্রিস্টিনাকে স্বীকৃতি দিয়েছে।", "ꓡꓲꓢꓴ ꓡꓲꓢꓴ"])
def test_a_script_of_another_language_is_never_in_the_language_of_the_page(text: str, cues: LayoutCues) -> None:
    assert LanguageFinder(cues, MODEL, "en").find(text) != "en"


def test_a_declaration_decides_for_a_short_text_only(cues: LayoutCues) -> None:
    declared = LanguageFinder(cues, MODEL, expected={"en": 16.0})
    assert (
        declared.find("Moskva udviser i dag to diplomater, skriver avisen, og det sker som svar på en udvisning.")
        == "da"
    )


def test_a_paragraph_is_cut_where_whole_sentences_change_the_script(cues: LayoutCues) -> None:
    text = "The ministry said so on Monday. 外交部发言人周一宣布，两国决定恢复外交关系。 It gave no details."
    found = list(split_languages(text, LanguageFinder(cues, Silent(), "en")))
    assert [language for _, _, language in found] == ["en", "zh", "en"]
    assert "".join(text[start:end] for start, end, _ in found) == text


@pytest.mark.parametrize(
    ("foreign", "language"),
    [
        ("No reconocemos ningún cambio de fronteras impuesto por la fuerza. ", "es"),
        ("Nous ne reconnaîtrons pas ce référendum organisé sous occupation. ", "fr"),
        ("Wir erkennen diese Abstimmung unter Besatzung nicht an. ", "de"),
        ("Não reconhecemos esta votação feita sob ocupação militar. ", "pt"),
    ],
)
def test_a_sentence_in_another_language_is_cut_out_of_its_paragraph(
    foreign: str, language: str, cues: LayoutCues
) -> None:
    text = (
        f"Bujumbura closed its border with Kigali. {foreign}The envoy, Ismaïl Omar Guelleh, flew to Asmara on Monday."
    )
    found = list(split_languages(text, LanguageFinder(cues, MODEL, "en")))
    assert [told for _, _, told in found] == ["en", language, "en"]
    assert text[found[1][0] : found[1][1]].strip() == foreign.strip()


def test_abbreviated_titles_and_names_do_not_cut_a_sentence(cues: LayoutCues) -> None:
    text = "Gen. Mahamat Idriss Déby Itno met Lt. Col. Paul-Henri Sandaogo Damiba. Col. Assimi Goïta stayed in Bamako."
    assert [told for _, _, told in split_languages(text, LanguageFinder(cues, MODEL, "en"))] == ["en"]


def test_a_document_of_one_short_sentence_is_coded_as_english(cues: LayoutCues) -> None:
    document = read_document(b"Peru recognised Kosovo last Friday.", name="-", cues=cues).document
    assert document is not None
    assert document.language == "en"
