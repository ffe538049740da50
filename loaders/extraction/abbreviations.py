"""Words that end in a full stop which need not end a sentence."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    "Mr Mrs Ms Dr Prof Gen Col Lt Maj Capt Sgt Cpl Pvt Adm Cmdr Cdr Cmdt Brig Sen Rep Gov Pres Rev"
    " Hon St Ste Mt Ft Messrs Mme Mlle Supt Insp Amb Min Spc Pfc Msgr Fr vs v viz cf e.g i.e approx"
    " est incl esp al"
)
"""Never the end: a name or an example follows."""

NUMBERED = _words(
    "No Nos no nos Art art Sec sec Fig fig p pp para vol ch c ca Res Jan Feb Mar Apr Jun Jul Aug"
    " Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun"
)
"""Not the end when a number (or a month) follows."""

ENDINGS = _words(
    "Inc Ltd Co Corp Bros Jr Sr Ave Blvd Dept Univ Rd Ph.D Ala Ariz Ark Calif Colo Conn Del Fla Ga"
    " Ill Ind Kan Ky La Md Mass Mich Minn Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis"
    " Wyo Ont Que Assn Natl Intl Govt Rt"
)
"""The end only when a word that opens sentences follows; so are initials and U.S."""

OPENERS = _words(
    "The A An In On At By For From With After Before Since While When As If But And Or Yet So Also"
    " He She It They We You I This That These Those There Here His Her Its Their Our My However"
    " Meanwhile Although Though Despite Both Some Many Most More All No Not Now Earlier Later"
    " Last Nearly Other Others Several Such What Where Who Why How Under Over During Among Amid"
    " According Yesterday Today Tomorrow Then Thus Hundreds Thousands Dozens About Only Even"
    " Because Until One Two Three Four Five Six Seven Eight Nine Ten"
)
"""Capitalised words that open a sentence and seldom a name."""
