// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QScreen>
#include <QStyle>
#include <QStyleFactory>

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "app/display.h"
#include "app/doctor/window/window_checks.h"

namespace memtape::doctor {

namespace {

constexpr unsigned patience = 20; // seconds; a display that answers later is none

int answerTo = -1;

void answer(char kind, const QString& text) {
    const QByteArray bytes = kind + text.toUtf8();
    if (write(answerTo, bytes.constData(), size_t(bytes.size())) < 0) _exit(2);
}

void endWithoutDisplay(const std::string& why) {
    answer('!', QString::fromStdString(why));
    _exit(1);
}

// Qt ends a process in which it finds no display, so this is another one.
[[noreturn]] void open(int descriptor) {
    answerTo = descriptor;
    alarm(patience);
    onDisplayMissing(endWithoutDisplay);
    int argc = 1;
    char name[] = "memtape";
    char* argv[] = {name, nullptr};
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const QScreen* screen = QApplication::primaryScreen();
    const QSize size = screen ? screen->size() : QSize();
    answer(' ', QStringLiteral("platform %1, style %2, screen of %3 × %4 at %5 %")
                    .arg(QApplication::platformName(), QApplication::style()->objectName())
                    .arg(size.width())
                    .arg(size.height())
                    .arg(screen ? qRound(screen->devicePixelRatio() * 100) : 0));
    _exit(0);
}

std::string readAll(int descriptor) {
    std::string text;
    char part[1024];
    for (ssize_t size; (size = read(descriptor, part, sizeof part)) != 0;) {
        if (size > 0) text.append(part, size_t(size));
        else if (errno != EINTR) break;
    }
    return text;
}

}

Finding lookAtDisplay() {
    Finding finding{"window", {}, {}};
    finding.facts.push_back(std::string("Qt ") + qVersion() + ", built with " + QT_VERSION_STR);
    if (!namesDisplay()) {
        finding.facts.push_back("there is no display here, so the window cannot be opened; every verb works without one");
        return finding;
    }
    int ends[2];
    if (pipe(ends) != 0) return finding;
    const pid_t child = fork();
    if (child == 0) open(ends[1]);
    close(ends[1]);
    std::string said = child > 0 ? readAll(ends[0]) : std::string();
    close(ends[0]);
    int status = 0;
    if (child > 0)
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    if (said.starts_with(' ')) finding.facts.push_back(said.substr(1));
    else if (said.starts_with('!')) finding.problem = "the window cannot be opened: " + said.substr(1);
    else
        finding.problem =
            WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM ? "the display does not answer" : "Qt ends before it has opened the display";
    return finding;
}

}
