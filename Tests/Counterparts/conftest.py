"""What all counterparts share: the option `--heavy`, and servers that end with the test that started them."""

import pytest

from raiz_client import Server


def pytest_addoption(parser):
    parser.addoption("--heavy", action="store_true", help="also run what needs Chromium, LibreOffice or minutes")


def pytest_collection_modifyitems(config, items):
    if config.getoption("--heavy"):
        return
    for item in items:
        if item.get_closest_marker("heavy"):
            item.add_marker(pytest.mark.skip(reason="needs --heavy"))


def pytest_terminal_summary(terminalreporter):
    skipped = sorted({report.nodeid for report in terminalreporter.stats.get("skipped", [])})
    if skipped:
        terminalreporter.write_line("Skipped, because they need --heavy: " + ", ".join(skipped))


def starter(folders):
    servers = []

    def start(**settings):
        server = Server(folders.mktemp("raiz"), **settings)
        servers.append(server)
        server.start()
        return server

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def start(tmp_path_factory):
    """Starts a server with an empty database of its own: `start(RAIZ_WEBHOOK_RATE="2")`."""
    yield from starter(tmp_path_factory)


@pytest.fixture
def server(start):
    return start()


@pytest.fixture(scope="module")
def shared_server(tmp_path_factory):
    """One server for a whole file, where every test brings a sender of its own."""
    starting = starter(tmp_path_factory)
    yield next(starting)()
    next(starting, None)
