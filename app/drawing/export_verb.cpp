// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drawing/export_verb.h"

#include <QFile>

#include "app/drawing/drawing.h"
#include "app/drawing/export_jobs.h"
#include "app/verbs.h"
#include "core/host/files.h"
#include "core/host/walls/output_keeper.h"
#include "core/tape/tape_file.h"
#include "ui/export/snapshot.h"

namespace memtape {

namespace {

// OUT, or the numbered files that stand for it.
class OutFiles : public DrawingTarget {
public:
    explicit OutFiles(const CommandLine& line) : m_line(line), m_path(QString::fromStdString(line.output)) {}

    int open() override {
        if (std::string problem = whyNotWritable(m_line.output); !problem.empty()) {
            complain(problem);
            return 3;
        }
        if (wouldReplaceWhatIsRead(m_line, m_line.output)) return 2;
        if (int failed = m_keeper.start({[this](uint64_t number, uint64_t files) { return nameOf(number, files); }, {}})) {
            complain("cannot write '" + m_line.output + "': " + errorText(failed));
            return 3;
        }
        return 0;
    }
    bool mayWrite(uint64_t files) override {
        for (uint64_t number = 0; number < files; ++number)
            if (wouldReplaceWhatIsRead(m_line, nameOf(number, files))) return false;
        return true;
    }
    int put(uint64_t number, uint64_t files, std::string_view bytes) override { return m_keeper.put(number, files, bytes); }

private:
    std::string nameOf(uint64_t number, uint64_t files) const { return QFile::encodeName(numberedPath(m_path, number, files)).toStdString(); }

    const CommandLine& m_line;
    const QString m_path;
    OutputKeeper m_keeper;
};

}

int exportVerb(const CommandLine& line) {
    if (!line.jobs.empty()) return exportJobs(line);
    OutFiles files(line);
    return draw(line, QString::fromStdString(line.output), files);
}

}
