// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentences/run_end.h"

#include <QRegularExpression>

#include "ui/models/picture/object_text.h"
#include "ui/models/picture/passing_error.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

// Of all that was printed to the stream for errors at the end: the line that begins with the error's type, which may be told with its module
// and behind the bars of a group.
QString reportOf(Run& run, const QString& type) {
    QString printed;
    for (const PrintedText& piece : run.printedAt(run.stepCount()))
        if (piece.stream == OutputStream::Stderr) printed += toQString(piece.text);
    const QRegularExpression line(QStringLiteral("^[ |+]*((?:\\w+\\.)*%1(?:: .*)?)$").arg(QRegularExpression::escape(type)),
                                  QRegularExpression::MultilineOption);
    QString last;
    for (auto all = line.globalMatch(printed); all.hasNext();) last = all.next().captured(1);
    return last;
}

RunEnd::Kind kindOf(ErrorRole role) {
    switch (role) {
    case ErrorRole::Exit: return RunEnd::Kind::Exit;
    case ErrorRole::Interrupt: return RunEnd::Kind::Interrupted;
    case ErrorRole::Failure: break;
    }
    return RunEnd::Kind::Error;
}

}

std::optional<RunEnd> endOf(Run& run) {
    auto ending = run.ending();
    if (!ending || run.stepCount() == 0) return std::nullopt;
    RunEnd end;
    end.reason = ending->reason;
    end.exitStatus = ending->exitStatus;
    if (wasCutShort(end.reason)) {
        end.kind = RunEnd::Kind::CutShort;
        return end;
    }
    auto passing = passingError(run, run.stepCount() - 1);
    if (!passing || !passing->leavesNow) return end;
    auto reading = run.readingAt(passing->raisedAt);
    if (!reading) return end;
    end.kind = kindOf(reading->errorRole(passing->error));
    end.error = ObjectText::typeName(*reading, passing->error);
    end.raisedAt = passing->raisedAt;
    reading.reset();
    end.report = reportOf(run, end.error);
    return end;
}

QString RunEndText::head(const RunEnd& end) { return end.report.isEmpty() ? end.error : end.report; }

QString RunEndText::sentence(const RunEnd& end) {
    switch (end.kind) {
    case RunEnd::Kind::Finished: return {};
    case RunEnd::Kind::Error: return tr("not caught, so the program ended here.");
    case RunEnd::Kind::Exit: return tr("the program ended itself here, with exit status %1.").arg(end.exitStatus);
    case RunEnd::Kind::Interrupted: return tr("the program was interrupted, and ended here.");
    case RunEnd::Kind::CutShort: break;
    }
    switch (end.reason) {
    case EndReason::StepLimit: return tr("The limit of steps was reached here; the program itself had not ended.");
    case EndReason::HeapLimit: return tr("The program's heap reached its limit here; the program itself had not ended.");
    case EndReason::OutputLimit: return tr("The program's output reached its limit here; the program itself had not ended.");
    case EndReason::TapeFull: return tr("The recording is full here; the program itself had not ended.");
    case EndReason::Stopped: return tr("The recording was stopped here; the program itself had not ended.");
    case EndReason::Deadlock: return tr("Every thread waits for another here, so the program was stopped.");
    case EndReason::Crashed: return tr("The recording ends here, with the process in which the program ran; the program itself had not ended.");
    case EndReason::Exit:
    case EndReason::SyntaxProblem:
    case EndReason::CannotRead: break;
    }
    return {};
}

QString RunEndText::brief(const RunEnd& end) {
    switch (end.kind) {
    case RunEnd::Kind::Error: return tr("ends with %1").arg(end.error);
    case RunEnd::Kind::Exit: return end.exitStatus ? tr("ends with exit status %1").arg(end.exitStatus) : QString();
    case RunEnd::Kind::Interrupted: return tr("interrupted");
    case RunEnd::Kind::CutShort: return tr("cut short");
    case RunEnd::Kind::Finished: break;
    }
    return {};
}

}
