"""Every kind of finding: its stable code, how bad it is, and how to mend it. docs/findings.md is made from this."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the build; a warning is for a person to look at."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding.

    Args:
        title: what is wrong, in a few words.
        mend: what the maintainer can do about it.
        severity: an error unless said otherwise.
    """

    title: str
    mend: str
    severity: Severity = Severity.ERROR


_WARNING = Severity.WARNING

CODES: dict[str, Code] = {
    # Codes in F are about files
    "F01": Code("The file is not UTF-8", "Save the file as UTF-8, without a byte order mark."),
    "F02": Code("The line is not valid CSV", "Give every line as many fields as the first, and quote a comma in text."),
    "F03": Code("A column is missing", "Add the column to the first line, with its values."),
    "F04": Code("The column is unknown", "Remove the column, or mend the spelling of its name."),
    "F05": Code("The column is there twice", "Keep one of the two columns."),
    "F06": Code("A file is missing", "Put the file back; `git log -- data` shows who removed it."),
    "F07": Code("The file does not belong here", "Remove the file, or give it a name that docs/data.md describes."),
    "F08": Code(
        "The rows are not in order", "Run `generator tidy`: in order, a commit shows just what changed.", _WARNING
    ),
    "F09": Code("The row is in the wrong file", "Move the row to the file of the year in which its period ends."),
    "F10": Code(
        "The text holds a character that cannot be seen", "Remove the character: it does nothing here, or harm."
    ),
    "F11": Code("The file cannot be read", "Make it a plain file that you may read; a link may not lead out of data/."),
    "F12": Code("The columns are in another order", "Put them in the order of docs/data.md."),
    "F13": Code(
        "The line is no address of the site", "Put the line back as a build wrote it: `git log -- data/urls.txt`."
    ),
    "F14": Code(
        "There is more in the file than it can hold", "Look what came into it: docs/data.md says how much it can hold."
    ),
    "F15": Code("More is wrong with the file than is told", "Mend what is told, and look again."),
    "F16": Code("More is unusual than is told", "Look at what is told, and look again.", _WARNING),
    "F17": Code(
        "Letters were read in a wrong encoding",
        "Ask for the file again, or open it in its own encoding and save it as UTF-8: it once was read in another.",
    ),
    "F18": Code(
        "The file holds a conflict of git",
        "Keep what is right of the two sides, take out git's three marks, and run `generator tidy`.",
    ),
    # Codes in Y are about YAML
    "Y01": Code("The file is not valid YAML", "Mend the line; indent with spaces, and quote text that holds a colon."),
    "Y02": Code("YAML with a tag, an anchor or an alias", "Write the value out in full: data needs no YAML tricks."),
    "Y03": Code("The key is there twice", "Keep one of the two."),
    "Y04": Code("The key is unknown", "Remove the key, or mend its spelling."),
    "Y05": Code("A key is missing", "Add the key."),
    "Y06": Code("The value is of the wrong type", "Write the value in the form that is expected."),
    # Codes in P are about providers and services
    "P01": Code("The id is no slug", "Use small letters, digits and single hyphens: step-by-step-priority."),
    "P02": Code("The id is reserved", "Choose another id: this word is a page of the site, or a device of Windows."),
    "P03": Code("The id is given twice", "Give each its own id; an id, also a former one, is never used again."),
    "P04": Code("The id is not the file's name", "An id is for ever: rename the file, not the id."),
    "P05": Code("The web address is no good", "Open the website in a browser, and copy its address from there."),
    "P06": Code("The provider is unknown", "Mend the id, or add providers/<id>.yaml first."),
    "P07": Code("The service is unknown", "Use an id of services.csv, or, in a table, `total`."),
    "P08": Code("The region is unknown", "Use the id of a region that register.yaml names."),
    "P09": Code("A provider that ended has no date", "Say in `since` from which date it ended."),
    "P10": Code("The list names something twice", "Name it once."),
    "P11": Code(
        "The name has letters that are not Latin",
        "Type the letter again, unless the provider spells its name so: it shows as it is.",
        _WARNING,
    ),
    "P12": Code("The plain name is another service's too", "Give each its own `plain_name` in services.csv."),
    "P13": Code(
        "The name is another service's too",
        "Write another name, or leave a former one out: a report could mean both services.",
    ),
    "P14": Code(
        "A service has no words for visitors",
        "Write them in services.csv: pages then show its `plain_name`, and what it is (`about`).",
        _WARNING,
    ),
    "P15": Code(
        "The provider cannot have merged so",
        "Name in `merged_into` the id of the provider that goes on, and say from which day this one has ended.",
    ),
    "P16": Code(
        "The provider has no report",
        "Import its report. Until then it is not on the site: see docs/decisions/0003.",
        _WARNING,
    ),
    # Codes in R are about rows of reports, results and distributions
    "R01": Code(
        "The row is there twice",
        "Keep the right one of the two rows; of two that are the same, `generator tidy` keeps one.",
    ),
    "R02": Code("The value is missing", "Fill in the value from the report."),
    "R03": Code("The value is not one of the choices", "Use one of the values that are expected."),
    "R04": Code("The value is not a date", "Write dates as 2021-12-31."),
    "R05": Code("The value is not a count", "Write a whole number, 0 or more, without a point or a comma."),
    "R06": Code("More completed than invited", "Look in the report whether two figures changed places."),
    "R07": Code("The grade is not on the scale of the register", "Copy the grade from the report; 0 is never a grade."),
    "R08": Code("The grade has a comma", "Write the grade with a dot."),
    "R09": Code("The grade does not have one decimal", "Copy the grade from the report, with one decimal."),
    "R10": Code("A grade where nobody answered", "Leave the grade empty, or mend the number that completed."),
    "R11": Code(
        "A commissioners' row with `nee`, or `no`",
        "Write `ja`, or `yes`: the commissioners' grade is always published.",
    ),
    "R12": Code("The service had ended", "Use the service that came in its place, or mend the period."),
    "R13": Code("The services do not add up to the total", "Compare each number with the table of the report."),
    "R14": Code("The total cannot come from the services", "Compare the grades with the table of the report."),
    "R15": Code("The report is not there", "Add the row in reports/, or mend the provider and the period's end."),
    "R16": Code("A report without results", "Add its rows in results/, at least the total of the clients."),
    "R17": Code("Services without a total", "Add the row with service `total` from the report."),
    "R18": Code("The date is far away", "Look whether a figure of the year slipped."),
    "R19": Code(
        "A row of commissioners, who are not asked",
        "Take the row out, or say in register.yaml what commissioners are called (`nouns`).",
    ),
    # Codes in M are about measurements, a row of reports/ each
    "M01": Code("The period ends before it starts", "Look in the report whether the dates changed places."),
    "M02": Code("Two periods of one provider overlap", "Mend the dates; a client counts in one period only."),
    "M03": Code("The report is older than its period's end", "Copy both dates from the report's first page."),
    "M04": Code("The shares do not sum to 100", "Copy the five shares again; rounding may make 98 to 102 of them."),
    "M05": Code("The value is not a percentage", "Write a whole number from 0 to 100, without the sign."),
    "M06": Code("The promoter score is out of range", "Write a number from -100.0 to 100.0 with one decimal."),
    "M07": Code("Only some of the five shares are there", "Copy all five from the report, or leave all five empty."),
    "M08": Code("The text is too long", "Shorten the text."),
    "M09": Code("A letter has too many marks", "Take out the marks that the letter does not need."),
    # Codes in D are about distributions, replies, corrections
    "D01": Code("The distribution counts more than answered", "Compare the counts with the figure in the report."),
    "D02": Code("A distribution without a result", "Add the row in results/ that it belongs to, or mend its key."),
    "D03": Code("The reply is no plain Markdown", "Remove the HTML: a reply is plain text with Markdown marks."),
    "D04": Code("The reply has no report", "Name the file after the period's end of a report of this provider."),
    "D05": Code(
        "The correction has no report",
        "Mend the provider or the period's end; if the report was withdrawn, say `yes` in the column `withdrawn`.",
    ),
    "D06": Code("The reply is nested too deep", "Take out quotes in quotes, lists in lists, and spaces before lines."),
    "D07": Code(
        "The correction tells of no grade",
        "Say whose grade of which service it was, before and after; or leave all four cells empty.",
    ),
    "D08": Code(
        "The correction cannot be of this day",
        "Write the day on which the figures were changed: after the report, and not in the future.",
    ),
    "D09": Code("The sentence ends in two full stops", "Take one away: pages end the sentence themselves."),
    "D10": Code(
        "The day on which something came in cannot be right",
        "Write the day on which the report, its reply or the end of its provider was entered here, or leave it empty.",
        _WARNING,
    ),
    "D11": Code(
        "Two reports would be the same in the feed",
        "Write the end that the period had when the report first became public, or leave it empty.",
    ),
    # Codes in W are about what the rules say about it
    "W01": Code(
        "Report and policy disagree",
        "Compare the row with the report. Either of the two can withhold: while they differ, the row is.",
        _WARNING,
    ),
    "W02": Code(
        "Something withheld in a public repository",
        "Run `generator seal`, before you commit. If it is in a commit already: docs/incident.md, at once.",
    ),
    "W03": Code("No grade where one is published", "Copy the grade from the report."),
    "W04": Code(
        "A withheld grade does not fit the total",
        "Compare the row with the report. The site is not affected.",
        _WARNING,
    ),
    "W07": Code("The distribution does not give the grade", "Compare the counts and the grade with the report."),
    "W08": Code(
        "A withheld grade can be worked out",
        "See it with `generator audit`; say `means: round` in policy.yaml, or ask the agency what to leave out.",
    ),
    "W09": Code(
        "The grades beside a withheld one do not fit",
        "Compare the rows with the table of the report; until they fit, more is rounded or hidden than need be.",
        _WARNING,
    ),
    "W10": Code(
        "A grade is rounded or hidden for no reason",
        "Import the report again, or copy its grades; `generator seal` then writes what rule 7 rounds or hides.",
    ),
    "W11": Code(
        "A grade was left out by the rule 7 of before",
        "Import the report again: today's rule shows the grade, mostly with its decimal.",
    ),
    "W12": Code(
        "The commit would show it early",
        "Do not commit it yet: take it out, and import the report with `--wait`. See docs/import.md.",
        _WARNING,
    ),
    "W05": Code("No policy for this period", "Add a version to policy.yaml that applies from an earlier date."),
    "W06": Code("The policy's versions are not in order", "Sort them by `applies_from`, each date once."),
    # Codes in S are about the site: what it needs and register.yaml may leave out, and what it says
    "S01": Code(
        "There is nobody to write to",
        "Say in register.yaml, `contact`, whom visitors can write to; until then the pages say that there is nobody.",
        _WARNING,
    ),
    "S02": Code(
        "A phrase of the register does not fit",
        "Use the key, and the names in braces, that it has in generator/site/words/locale/: docs/data.md. What words "
        "of register.yaml make of a phrase can be said otherwise in words/.",
    ),
    # Codes in G are about versions in git: `generator guard`
    "G01": Code(
        "What is withheld cannot be told",
        "See it with `generator check`, and mend it in this very commit: what cannot be read may be a withheld grade.",
    ),
    "G02": Code(
        "A report is early",
        "Take it out of this very commit, and import it with `generator import --wait`: docs/import.md.",
    ),
    "G03": Code(
        "A report in the repository",
        "Take it out of this very commit: the import reads it from any place. If it is public: docs/incident.md.",
    ),
    # Codes in V are about two versions of the register: `generator diff`, `generator check --since`
    "V01": Code(
        "A rule of before has changed",
        "Put it back: what is public stays judged by the rules of its time. New rules are a new version at the end.",
    ),
    "V02": Code(
        "A published address is lost",
        "Put its line back in data/urls.txt: an address answers for ever, and a build makes what stands there.",
    ),
    "V03": Code(
        "The name was another's",
        "Put it back: what the public read about the one would be read about the other. See docs/wrong-report.md.",
    ),
    "V04": Code(
        "The id was another's",
        "Put it back: an address leads for ever to the provider that had it.",
    ),
    "V05": Code(
        "The scale of before has changed",
        "Put it back: on another scale each public grade means something else. Another scale is another register.",
    ),
    # Codes in I are about reports that are imported
    "I01": Code("This is no survey report", "Name a report or a delivery; docs/import.md says which files are read."),
    "I02": Code(
        "A scan without text", "Ask the agency for the report itself, or let a text be made of it and read it."
    ),
    "I03": Code("The file cannot be read", "Download it again, or ask the agency for another copy."),
    "I04": Code("The PDF asks for a password", "Save it without one, or ask the agency for a copy without one."),
    "I05": Code("The file is too large", "Look whether this is one report; split a delivery into parts."),
    "I06": Code("The report does not say something", "Look for it in the report: the text of the file may be cut off."),
    "I07": Code("The report says something in two ways", "Ask the agency which is right."),
    "I08": Code("A value cannot be right", "Compare the line with the report; something may have changed on the way."),
    "I09": Code("The table is not whole", "Look in the report; the text of the file may be cut off."),
    "I10": Code("A line of the table cannot be read", "Compare the line with the table of the report."),
    "I11": Code("The grade cell holds no grade", "Compare the row with the table of the report."),
    "I12": Code("The row is there twice", "Ask the agency which of the two is right."),
    "I13": Code("What clients answered cannot be read", "Compare the line with the report."),
    "I14": Code("The list has more items than the register keeps", "Nothing, if the first are right.", _WARNING),
    "I15": Code("The response is not completed of invited", "Compare the row with the table of the report."),
    "I16": Code("Text and table differ", "Compare both with the report; ask the agency if it says so itself."),
    "I17": Code("The name is spelled in more than one way", "Say whose the report is: --provider or --new-provider."),
    "I18": Code("Nothing to compare the table with", "Look over the rows with more care.", _WARNING),
    "I19": Code("The report leaves something out", "Look whether it is in the report.", _WARNING),
    "I20": Code(
        "The service is unknown", "Compare the label with the report; a new service comes in services.csv first."
    ),
    "I21": Code("A service is spelled in another way", "Look whether it is the same service.", _WARNING),
    "I22": Code("The name resembles that of a provider", "Say whose the report is: --provider or --new-provider."),
    "I23": Code("The report is of another name", "Look whether you named the right provider.", _WARNING),
    "I24": Code("The report is a draft", "Import the final report when it comes; nothing of a draft shows.", _WARNING),
    "I25": Code("The id cannot be used", "Choose another with --new-provider; an id is never used again."),
    "I26": Code("The provider is new", "Look whether the id is right: it is for ever.", _WARNING),
    "I27": Code("The columns of the delivery are wrong", "Mend the header; docs/import.md maps the columns."),
    "I28": Code("A column is not read", "Nothing, if it may be left out.", _WARNING),
    "I29": Code("The dates are unusual", "Look whether they are those of the report.", _WARNING),
    "I30": Code("A file in the folder is no report", "Nothing: it is passed over.", _WARNING),
    "I31": Code(
        "A name was chosen", "Say the name with --name if it is another; `name` can be changed later.", _WARNING
    ),
    "I32": Code("Two providers have this name", "Say whose the report is with --provider."),
    "I33": Code(
        "Another report is there for this period", "See which is right. A correction is public, and needs a reason."
    ),
    "I34": Code("A draft for a final report", "Import the final report, or nothing."),
    "I35": Code("The services do not give the total", "Compare the grades with the table of the report."),
    "I36": Code("A service is not in the provider's list", "Add it to `services`, but not before that day.", _WARNING),
    "I37": Code(
        "The commit would show it early", "Import it with --wait, which keeps it outside git until its day.", _WARNING
    ),
    "I38": Code("Two reports of one period", "Import the right one of the two."),
    "I39": Code("A grade may be lost", "Look in the report what stands in the grade cell.", _WARNING),
    "I40": Code("A list without marks", "Look whether it has just these items.", _WARNING),
    "I41": Code("The public stops seeing a period", "Look whether the report's date is right.", _WARNING),
    "I42": Code("What waits cannot be read", "Import the report once more with --wait, or remove it and its note."),
    "I43": Code("Cells are merged", "Look whether their value holds for each of the rows.", _WARNING),
    "I44": Code(
        "A cell has no value of its own",
        "Fill it in, or ask the sender: no merged cells, no formula without its result, no blank for 'as above'.",
    ),
    "I45": Code("A row is left out", "Nothing, if it is a total or a note of the delivery itself.", _WARNING),
    "I46": Code("Numbers are read as dates", "Compare the dates that are printed with the report.", _WARNING),
    "I47": Code(
        "The file is not in UTF-8, and was read",
        "Look whether names with an accent are right; a spreadsheet can save as 'CSV UTF-8'.",
        _WARNING,
    ),
    "I48": Code(
        "The spreadsheet hides something",
        "Look whether it belongs to the delivery: delete what was hidden because it is withdrawn.",
        _WARNING,
    ),
}
