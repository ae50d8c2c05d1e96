"""Languages are told by script, by function words, then by a model."""

import pytest

from dragoman.documents.cues import LayoutCues
from dragoman.intake.language import LanguageFinder, Py3LangidModel, split_languages


class Silent:
    """A model that must not be asked."""

    def language_of(self, text: str) -> str | None:
        """Fail."""
        raise AssertionError(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The two foreign ministries said on Monday that their ambassadors would return within a week.", "en"),
        ("Le ministère a annoncé que les deux ambassadeurs sont de retour dans la capitale pour la semaine.", "fr"),
        ("El ministerio anunció que los dos embajadores volverán a la capital en una semana, según la agencia.", "es"),
        (
            "Das Ministerium teilte mit, dass die beiden Botschafter in der Woche nach dem Treffen wieder im Amt sind.",
            "de",
        ),
        ("Министерство сообщило, что послы двух стран вернутся в столицы через неделю и о дате не договорились.", "ru"),
        ("外交部宣布，两国大使将返回首都。", "zh"),
        ("外務省は、両国の大使が首都に戻ると発表しました。", "ja"),
        ("외무성은 두 나라의 대사가 수도로 돌아갈 것이라고 발표했다.", "ko"),
    ],
)
def test_common_languages_need_no_model(text: str, language: str, cues: LayoutCues) -> None:
    assert LanguageFinder(cues, Silent()).find(text) == language


def test_short_lines_are_in_the_language_of_their_page(cues: LayoutCues) -> None:
    assert LanguageFinder(cues, Silent(), "fr").find("Ambassade de Genève") == "fr"


def test_other_languages_are_named_by_the_model(cues: LayoutCues) -> None:
    text = "Міністерство закордонних справ повідомило, що посли обох держав повернуться до столиць за тиждень."
    assert LanguageFinder(cues, Py3LangidModel()).find(text) == "uk"


def test_a_paragraph_is_cut_where_whole_sentences_change_the_script(cues: LayoutCues) -> None:
    text = "The ministry said so on Monday. 外交部发言人周一宣布，两国决定恢复外交关系。 It gave no details."
    found = list(split_languages(text, LanguageFinder(cues, Silent(), "en")))
    assert [language for _, _, language in found] == ["en", "zh", "en"]
    assert "".join(text[start:end] for start, end, _ in found) == text
