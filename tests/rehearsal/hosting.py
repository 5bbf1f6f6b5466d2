"""A host of sites on this machine: a folder for each deployment, and a web server that shows one under a path."""

import grp
import os
import pwd
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from rehearsal.commands import RehearsalError, clean_environment

from generator.engine.serving import site_server

PATH = "klantcijfer"
_PATIENCE = 10  # seconds that a server may take to answer first
_CONFIGURATION = """
daemon off;
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
  include {types};
  access_log off;
  client_body_temp_path {folder}/temporary;
  proxy_temp_path {folder}/temporary;
  fastcgi_temp_path {folder}/temporary;
  uwsgi_temp_path {folder}/temporary;
  scgi_temp_path {folder}/temporary;
  server {{
    listen 127.0.0.1:{port};
    root {root};
    error_page 404 /{path}/404.html;
  }}
}}
"""


class Host:
    """Deployments in a folder, shown at an address. What is shown changes at once, as on a real host."""

    def __init__(self, folder: Path, address: str = "") -> None:
        self.folder, self.address = folder, address
        self.root = folder / "shown"
        self.root.mkdir(parents=True)
        self.deployments: list[Path] = []
        # What happens to the next site on its way here.
        self.on_the_way: Callable[[Path], None] | None = None

    def deploy(self, site: Path) -> Path:
        """Copy a site to a place of its own and show it."""
        deployment = self.folder / f"deployment-{len(self.deployments) + 1}"
        shutil.copytree(site, deployment)
        if self.on_the_way:
            self.on_the_way(deployment)
            self.on_the_way = None
        self.deployments.append(deployment)
        self.show(deployment)
        return deployment

    def show(self, deployment: Path) -> None:
        """Show a deployment in the place of what was shown."""
        beside = self.folder / "next"
        beside.symlink_to(deployment, target_is_directory=True)
        beside.replace(self.root / PATH)


def nginx() -> str | None:
    """Where nginx is; a distribution keeps it out of the way of those who are not root."""
    return shutil.which(
        "nginx", path=os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"))
    )


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@contextmanager
def serving(host: Host, port: int) -> Iterator[str]:
    """Serve the host's folder; the name of the server that does."""
    program = nginx()
    if program is None:
        with _serving_with_python(host, port):
            yield "Python's web server (nginx is not installed)"
    else:
        with _serving_with_nginx(host, port, program):
            yield "nginx"


@contextmanager
def _serving_with_python(host: Host, port: int) -> Iterator[None]:
    server = site_server(host.root / PATH, port, f"/{PATH}/")
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def _serving_with_nginx(host: Host, port: int, program: str) -> Iterator[None]:
    folder = host.folder / "nginx"
    folder.mkdir()
    file = folder / "nginx.conf"
    file.write_text(configuration(folder, host.root, port, _types(program)), encoding="utf-8")
    said = folder / "said.txt"
    with said.open("wb") as told:
        process = subprocess.Popen(
            [program, "-p", str(folder), "-c", str(file)],
            env=clean_environment(os.environ),
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=told,
        )
    try:
        _wait_for(process, port, said)
        yield
    finally:
        process.terminate()
        process.wait(_PATIENCE)


def configuration(folder: Path, root: Path, port: int, types: Path) -> str:
    """The settings of an nginx of its own, which needs no rights and leaves nothing outside ``folder``."""
    # Root's nginx works as somebody who cannot look into a temporary folder of root.
    user = f"user {pwd.getpwuid(0).pw_name} {grp.getgrgid(0).gr_name};" if os.geteuid() == 0 else ""
    return _CONFIGURATION.format(user=user, folder=folder, types=types, port=port, root=root, path=PATH)


def _types(program: str) -> Path:
    """The list of types of files that comes with nginx."""
    told = subprocess.run([program, "-V"], capture_output=True, text=True, check=True, timeout=_PATIENCE).stderr
    found = re.search(r"--conf-path=(\S+)", told)
    types = Path(found[1] if found else "/etc/nginx/nginx.conf").with_name("mime.types")
    if not types.is_file():
        raise RehearsalError(f"nginx is installed without its list of types ({types}).")
    return types


def _wait_for(process: subprocess.Popen[bytes], port: int, said: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as asking:
            if asking.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RehearsalError(f"nginx does not answer.\n{said.read_text(encoding='utf-8', errors='replace')}")
