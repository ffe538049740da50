"""Tables of claims; samples/claims_table shows the usual rows and refusals."""

import re

import pytest

from graph.errors import InvalidInput
from graph.model import Reading
from graph.vocabulary import ActorKind, DateBasis, DatePrecision
from loaders import claims_table
from loaders.outcome import Refusal
from loaders.table_rows import HEADER
from tests.reading.known import Known
from tests.reading.parsing import TODAY


def table(content: str | bytes, identity: Known | None = None) -> list[Reading | Refusal]:
    raw = content.encode() if isinstance(content, str) else content
    return list(claims_table.read("t.csv", raw, identity or Known(), TODAY))


def rows(header: str, *lines: str) -> list[Reading | Refusal]:
    return table("\n".join([f"relation,subject,object,{header}".rstrip(","), *lines]))


def reading(header: str, line: str) -> Reading:
    [found] = rows(header, line)
    assert isinstance(found, Reading), str(found)
    return found


def refusal(header: str, line: str) -> Refusal:
    [found] = rows(header, line)
    assert isinstance(found, Refusal), found
    assert found.line == 2
    return found


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("", "no column 'relation' in the header"),
        ("subject,object", "no column 'relation' in the header"),
        ("relation,subject", "no column 'object' in the header"),
        ("relation,subject,object,event_form", "'event_form' is not a column"),
        ("relation,subject,object,", "'' is not a column"),
        ("relation,subject,object,quote,quote", "'quote' stands twice"),
        ('relation,"subject', "the header is not CSV"),
    ],
)
def test_a_header_that_is_refused(header: str, said: str) -> None:
    with pytest.raises(InvalidInput, match=re.escape(said)) as error:
        table(f"{header}\nbacks,Turkey,GNA\n")
    assert HEADER in str(error.value) or "leave one" in str(error.value)
    assert str(error.value).startswith("t.csv: ")


def test_a_table_that_is_no_text() -> None:
    with pytest.raises(InvalidInput, match=r"t\.csv: byte 24 is not UTF-8; save the text as UTF-8"):
        table(b"relation,subject,object\n\xe9")


def test_a_table_without_rows() -> None:
    [found] = rows("")
    assert "holds no claims" in str(found)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tables_as_spreadsheets_save_them(delimiter: str, encoding: str) -> None:
    lines = ("Subject,Relation, Object ,mode", "Turkey,backs,GNA,troops", ",,,", "Qatar,backs,GNA")
    content = "\r\n".join(lines).replace(",", delimiter).encode(encoding)
    found = table(content)
    modes = [one.claims[0].mode for one in found if isinstance(one, Reading)]
    assert modes == ["troops", "unspecified"]
    assert len(found) == 2


def test_lines_are_counted_through_cells_of_several_lines() -> None:
    found = rows("quote", '"backs",Turkey,GNA,"One', "two", 'three."', "backs,Turkey,GNA,a,b")
    assert isinstance(found[0], Refusal)
    assert str(found[0]) == (
        "t.csv:5: 'b': is beyond the header's 4 columns; put cells with commas in quotes"
    )
    assert isinstance(found[1], Reading)
    assert found[1].claims[0].quote == "One\ntwo\nthree."


def test_an_open_quotation_mark_does_not_swallow_rows_in_silence() -> None:
    found = rows("quote", 'backs,Turkey,GNA,"open', "backs,Qatar,GNA,")
    assert [str(one)[:19] for one in found] == ["t.csv:2: is not CSV"]


def test_a_cell_beyond_reason_is_refused_and_the_rest_goes_on() -> None:
    bad, good = rows("quote", f"backs,Turkey,GNA,{'a' * 140_000}", "backs,Qatar,GNA,")
    assert isinstance(bad, Refusal)
    assert "field larger than field limit" in bad.reason
    assert isinstance(good, Reading)


@pytest.mark.parametrize(
    ("header", "line", "said"),
    [
        ("", "helps,Turkey,GNA", "'helps': is not a relation; use backs, opposes"),
        ("", "backs,,GNA", "subject is empty"),
        ("", "backs, ,GNA", "subject is empty"),
        ("", "backs,?!,GNA", "'?!': is not a name; write one with letters"),
        ("", f"backs,{'n' * 201},GNA", "a name has at most 200 characters"),
        ("", "backs,Tur\x00key,GNA", "control character"),
        ("", "backs,actor:nobody,GNA", "'actor:nobody': no known actor or place has this id"),
        ("", "backs,Turkey,actor:Bad Id", "no known actor or place has this id"),
        ("", "captured,LNA,actor:libya", "object 'actor:libya' of captured must be a place"),
        ("", "captured,LNA,actor:nobody", "object 'actor:nobody' of captured must be a place"),
        ("", "backs,Turkey,Ankara", "'actor:turkey' cannot stand on both ends of backs"),
        ("", "deployed-to,Turkey,Libya", "needs a mode; use one of troops, mercenaries"),
        ("", "leads,Turkey,LNA", "needs a mode"),
        ("mode", "leads,Turkey,LNA,head", "'Turkey': is a state, and what leads is a person or"),
        ("subject_kind", "backs,A b,GNA,warlord", "'warlord': is not a subject_kind; use state"),
        ("object_kind", "captured,LNA,A b,state", "is not a object_kind; use country, region"),
        ("modality", "backs,Turkey,GNA,certain", "is not a modality; use actual, planned"),
        ("place", "backs,Turkey,GNA,actor:libya", "place is an actor"),
        ("speaker", "backs,Turkey,GNA,place:libya", "speaker is a place"),
        ("event_from", "backs,Turkey,GNA,2020-13", "event_from is not a date; write 2020,"),
        ("event_until", "backs,Turkey,GNA,0000", "event_until is not a date"),
        ("event_from,event_until", "backs,Turkey,GNA,2020-05-02,2020-05-01", "before event"),
        ("statement_date", "backs,Turkey,GNA,2027", "statement_date lies in the future"),
        ("published", "backs,Turkey,GNA,2026-01-12", "published lies in the future"),
        ("url", "backs,Turkey,GNA,javascript:a()", "url is not an address"),
    ],
)  # fmt: skip
def test_a_row_that_is_refused(header: str, line: str, said: str) -> None:
    assert said in str(refusal(header, line))


@pytest.mark.parametrize(
    ("begun", "ended", "precision", "basis", "on"),
    [
        ("", "", DatePrecision.UNKNOWN, DateBasis.INFERRED, "2025-01-01"),
        ("2020", "", DatePrecision.YEAR, DateBasis.STATED, "2020-12-31"),
        ("2020-02", "2020-03-05", DatePrecision.MONTH, DateBasis.STATED, "2020-03-05"),
        ("2020-02", "2020-02-01", DatePrecision.MONTH, DateBasis.STATED, "2020-02-01"),
        ("2020-02-01", "2020", DatePrecision.YEAR, DateBasis.STATED, "2020-12-31"),
        ("", "2020-02", DatePrecision.MONTH, DateBasis.STATED, "2020-02-28"),
        ("2020-02-01", "2020-02-01", DatePrecision.DAY, DateBasis.STATED, "2020-02-01"),
    ],
)
def test_dates(begun: str, ended: str, precision: DatePrecision, basis: DateBasis, on: str) -> None:
    identity = Known()
    header = "relation,subject,object,event_from,event_until,published\n"
    [found] = table(f"{header}backs,Turkey,GNA,{begun},{ended},2025-01-01", identity)
    assert isinstance(found, Reading)
    [claim] = found.claims
    assert (claim.event_from, claim.event_until) == (begun or None, ended or None)
    assert (claim.date_precision, claim.date_basis) == (precision, basis)
    assert set(identity.asked_on) == {on}


def test_a_state_is_an_actor_and_a_place() -> None:
    claims = [reading("mode,place", line).claims[0] for line in
              ("deployed-to,Turkey,Libya,troops,", "backs,Turkey,Libya,troops,Libya")]  # fmt: skip
    assert [claim.object.id for claim in claims] == ["place:libya", "actor:libya"]
    assert claims[1].place is not None
    assert claims[1].place.id == "place:libya"


def test_a_place_is_looked_for_where_its_taker_is_at_home() -> None:
    assert reading("", "captured,LNA,Tripoli").claims[0].object.id == "place:tripoli"


def test_ids_stand_for_names() -> None:
    header, line = "speaker", "backs,actor:turkey,GNA,actor:recep-tayyip-erdogan"
    [claim] = reading(header, line).claims
    assert claim.subject.mention == "Turkey"
    assert claim.quote == "Turkey backs GNA (according to Recep Tayyip Erdogan)."
    assert claim.speaker is not None
    assert claim.speaker.mention == "Recep Tayyip Erdogan"


def test_unknown_names_are_new_and_unreviewed() -> None:
    found = reading("mode,speaker,place", "leads,Abu Nobody,القوة,head,N. N.,Nowhere")
    assert [(one.name, one.kind, one.reviewed) for one in found.entities] == [
        ("Abu Nobody", "person", False),
        ("القوة", "unknown", False),
        ("Nowhere", "site", False),
        ("N. N.", "unknown", False),
    ]


@pytest.mark.parametrize(
    ("speaker", "identifier"),
    [("officials", None), ("a military source", None), ("al-Mesmari", "actor:al-mesmari"),
     ("Russia", "actor:russia")],
)  # fmt: skip
def test_a_speaker_all_in_lower_case_has_no_name(speaker: str, identifier: str | None) -> None:
    [claim] = reading("speaker", f"backs,Russia,LNA,{speaker}").claims
    assert claim.speaker is not None
    assert (claim.speaker.id, claim.speaker.mention) == (identifier, speaker)
    assert claim.speaker.party == (True if speaker == "Russia" else None)


def test_a_row_without_a_quote_says_what_it_means() -> None:
    header = "mode,polarity,modality,speaker,publisher"
    [claim] = reading(header, "backs,Turkey,GNA,troops,denied,planned,officials,AFP").claims
    assert claim.quote == (
        "Turkey backs GNA: troops, planned, denied (according to officials), AFP reported."
    )
    assert claim.rule == "no-quote"


def test_rows_of_one_url_and_quote_are_one_article() -> None:
    header = "mode,quote,url,title,publisher"
    first, other = "Q.,https://example.org/1,", "Q.,https://example.org/2,"
    bad, one, two = rows(
        header,
        f"backs,Turkey,GNA,troops,{first}T,",
        f"backs,Turkey,GNA,troops,{other},",
        f"backs,Turkey,GNA,weapons,{first},AFP",
        f"backs,Turkey,GNA,weapons,{first}T,AFP",
        f"backs,Turkey,GNA,training,{first}Another,",
    )
    assert (
        str(bad) == "t.csv:6: 'Another': title is 'T' in an earlier row of this article; keep one"
    )
    assert isinstance(one, Reading)
    assert [claim.mode for claim in one.claims] == ["troops", "weapons"]
    assert (one.article.title, one.article.publisher) == ("T", "AFP")
    assert isinstance(two, Reading)
    assert two.article.url == "https://example.org/2"


def test_the_same_claim_with_other_details_is_refused() -> None:
    bad, good = rows("place", "backs,Turkey,GNA,Sirte", "backs,Turkey,GNA,Tripoli")
    assert "is the claim of line 2 with other details" in str(bad)
    assert isinstance(good, Reading)


def test_two_publishers_of_one_fact_are_two_articles() -> None:
    found = rows("publisher", "backs,Turkey,GNA,AFP", "backs,Turkey,GNA,Reuters")
    publishers = [one.article.publisher for one in found if isinstance(one, Reading)]
    assert publishers == ["AFP", "Reuters"]


def test_formulas_are_plain_text() -> None:
    found = reading("title", "backs,=cmd()+A1,GNA,@SUM(1)")
    assert found.article.title == "@SUM(1)"
    assert found.entities[0].id == "actor:cmd-a1"
    assert found.entities[0].name == "=cmd()+A1"
    assert found.entities[0].kind is ActorKind.UNKNOWN


def test_bad_lines_of_json() -> None:
    content = b'{"relation": "backs", "subject": "Turkey", "object": "GNA"}\n{}\n{"a": "b"}\n[]'
    found = table(content)
    assert [str(one)[:40] for one in found if isinstance(one, Refusal)] == [
        "t.csv:2: relation is empty; fill it in",
        "t.csv:3: 'a': is not a key of a claim; u",
        "t.csv:4: '[]': is not a JSON object; wri",
    ]
    assert isinstance(found[-1], Reading)
