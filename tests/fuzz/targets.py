"""What is attacked: for each reader the files that it gets, and the command that must not fall over them."""

import io
import json
import traceback
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner, Result
from hypothesis import strategies as st
from support.damage import DAMAGE
from support.hostile_files import CONTENT, pdf, stream
from support.mutation import PDF_TOKENS, TOKENS, XML_TOKENS, mutated, one_mutated
from support.registers.demos import files_of
from support.registers.editing import all_written
from support.registers.empty import empty_register
from support.registers.invented import FILES
from support.registers.reading import contents, public_on
from support.report_writer import FIXED, TEXTS, delivery_csv, write_pdf, write_xlsx

from generator.commands.main import main
from generator.findings.codes import CODES
from generator.findings.findings import Format

Files = Mapping[str, bytes]
_DAY = "2030-01-01"


@dataclass(frozen=True, slots=True)
class Target:
    """A reader under attack.

    Args:
        files: makes the files it gets.
        holds: fails where the reader does with them what it must not; it gets a folder of its own.
    """

    files: Callable[[], st.SearchStrategy[Files]]
    holds: Callable[[Files, Path], None]

    def attack(self, files: Files) -> None:
        """Try these files.

        Raises:
            AssertionError: the reader fell over them, and how.
        """
        with TemporaryDirectory() as folder:
            self.holds(files, Path(folder))


def _run(*arguments: str) -> Result:
    """Run a command, which is called rightly, and may find something."""
    result = CliRunner().invoke(main, arguments)
    if result.exc_info and not isinstance(result.exception, SystemExit | None):
        raise AssertionError("".join(traceback.format_exception(*result.exc_info)))
    assert result.exit_code in {0, 1}, result.output
    assert "Tell the developers" not in result.output
    return result


def _check(files: Files, folder: Path) -> None:
    data = all_written(files, folder / "data")
    form = sorted(Format)[sum(map(len, files.values())) % len(Format)]  # each in its turn
    result = _run("check", "--data", str(data), "--format", form.value)
    if form is Format.JSON:
        assert {finding["code"] for finding in json.loads(result.output)} <= CODES.keys()
    if result.exit_code == 0:
        public_on(data, date.fromisoformat(_DAY))


def _import(files: Files, folder: Path) -> None:
    """What is refused changes nothing; what is imported leaves a register without an error."""
    data = empty_register(folder)
    before = contents(data)
    reports = all_written(files, folder / "reports")
    result = _run("import", str(reports), "--data", str(data), "--as-of", _DAY, "--unsealed", "--write")
    if result.exit_code:
        assert contents(data) == before, result.output
    else:
        assert _run("check", "--data", str(data)).exit_code == 0, result.output


def _texts() -> st.SearchStrategy[Files]:
    @st.composite
    def damaged(draw: st.DrawFn) -> bytes:
        text = TEXTS[draw(st.sampled_from(sorted(TEXTS)))](FIXED)
        if draw(st.booleans()):
            text = DAMAGE[draw(st.sampled_from(sorted(DAMAGE)))](text, draw(st.randoms(use_true_random=False)))
        return draw(mutated(text.encode()))

    return damaged().map(lambda raw: {"report.txt": raw})


def _made(write: Callable[[Path], object]) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made"
        write(path)
        return path.read_bytes()


def _pdfs() -> st.SearchStrategy[Files]:
    lines = TEXTS["spaces"](FIXED).encode("latin-1", "replace").splitlines()
    by_hand = b"BT /F1 9 Tf 12 TL 40 700 Td " + b"".join(b"(%b) Tj T* " % line for line in lines) + b"ET"
    whole = [_made(partial(write_pdf, FIXED, lines=True)), _by_hand(by_hand), _by_hand(b"")]
    bytes_of_file = st.sampled_from(whole).flatmap(lambda raw: mutated(raw, (*PDF_TOKENS, *TOKENS)))
    of_content = mutated(by_hand, PDF_TOKENS).map(_by_hand)
    return st.one_of(bytes_of_file, of_content).map(lambda raw: {"report.pdf": raw})


def _by_hand(content: bytes) -> bytes:
    with TemporaryDirectory() as folder:
        return pdf(Path(folder) / "made", {CONTENT: stream(content)}).read_bytes()


def _workbooks() -> st.SearchStrategy[Files]:
    raw = _made(lambda path: write_xlsx([FIXED], path))
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    of_parts = one_mutated(parts, (*XML_TOKENS, *TOKENS)).map(_zipped)
    return st.one_of(mutated(raw), of_parts).map(lambda content: {"delivery.xlsx": content})


def _zipped(parts: Files) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _deliveries() -> st.SearchStrategy[Files]:
    return mutated(delivery_csv([FIXED]).encode()).map(lambda raw: {"delivery.csv": raw})


def _demo() -> st.SearchStrategy[Files]:
    return one_mutated(files_of(5))


def _invented() -> st.SearchStrategy[Files]:
    return one_mutated({name: text.encode() for name, text in FILES.items()} | {"urls.txt": b"/\n/over/\n"})


TARGETS: Mapping[str, Target] = {
    "demo-register": Target(_demo, _check),
    "register": Target(_invented, _check),
    "text": Target(_texts, _import),
    "delivery": Target(_deliveries, _import),
    "pdf": Target(_pdfs, _import),
    "workbook": Target(_workbooks, _import),
}
