// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drawing/weave_verb.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <iostream>
#include <map>

#include "app/drawing/child_processes.h"
#include "app/drawing/woven_block.h"
#include "app/verbs.h"
#include "core/host/files.h"
#include "core/tape/tape_file.h"
#include "ui/export/snapshot.h"
#include "ui/export/weave/weave_stamp.h"
#include "ui/export/weave/woven_text.h"

namespace memtape {

namespace {

constexpr int statusOfBlock = 1, statusOfFiles = 3, statusOfLimit = 4;

// A picture with its bytes, from a drawing or from the folder.
struct WovenBytes {
    StampedFile stamped;
    QByteArray bytes;
};

class Weaving {
public:
    Weaving(const CommandLine& line, std::string text)
        : m_line(line),
          m_text(std::move(text)),
          m_blocks(weaveBlocks(linesOf(m_text))),
          m_textFolder(QFileInfo(QString::fromStdString(line.file)).absoluteDir()),
          m_outFolder(QFileInfo(QString::fromStdString(line.output)).absoluteDir()),
          m_folderName(QFileInfo(QString::fromStdString(line.output)).completeBaseName() + QStringLiteral("-pictures")),
          m_pictureFolder(m_outFolder.filePath(m_folderName)) {}

    int weave() {
        if (!understand()) return statusOfBlock;
        takeUnchanged();
        drawOthers();
        if (m_failed) return statusOfBlock;
        if (std::string problem = write(); !problem.empty()) {
            complain(problem);
            return statusOfFiles;
        }
        return m_status;
    }

private:
    std::string placeOf(size_t block) const { return m_line.file + ":" + std::to_string(m_blocks[block].fence.open + 1); }
    void fail(size_t block, const std::string& sentence) {
        complain(placeOf(block) + ": " + sentence);
        m_failed = true;
    }

    // What each block asks for; what makes no sense is said of all of them before anything is drawn.
    bool understand() {
        std::map<QString, size_t> names;
        for (size_t i = 0; i < m_blocks.size(); ++i) {
            WeaveCall call = weaveCallOf(m_blocks[i], i + 1, m_line);
            const auto [named, isFirst] = names.emplace(call.fileName, i);
            if (call.problem.empty() && !isFirst)
                call.problem = "its picture has the name of that of line " + std::to_string(m_blocks[named->second].fence.open + 1);
            if (!call.problem.empty()) fail(i, call.problem);
            m_calls.push_back(std::move(call));
        }
        m_pictures.resize(m_blocks.size());
        m_read.resize(m_blocks.size());
        return !m_failed;
    }

    QString nameOf(size_t block, qsizetype number, qsizetype count) const {
        return QFileInfo(numberedPath(m_calls[block].fileName, quint64(number), quint64(count))).fileName();
    }

    void takeUnchanged() {
        m_before = WeaveStamp::ofFolder(m_pictureFolder);
        for (size_t i = 0; i < m_blocks.size(); ++i) {
            const StampedBlock* block = m_line.anew ? nullptr : m_before.find(m_calls[i].asked, m_pictureFolder, m_textFolder);
            if (!block) {
                m_toDraw.push_back(i);
                continue;
            }
            m_read[i] = block->read;
            for (qsizetype k = 0; k < block->pictures.size(); ++k) {
                QFile file(m_pictureFolder.filePath(block->pictures[k].path));
                if (!file.open(QIODevice::ReadOnly)) continue; // it was there just now; then it fails as it is written
                m_pictures[i].push_back({block->pictures[k], file.readAll()});
                m_pictures[i].back().stamped.path = nameOf(i, k, block->pictures.size());
            }
        }
    }

    void drawOthers() {
        const std::vector<ProcessEnd> ends =
            inProcesses(m_toDraw.size(), [this](size_t number, int answer) { return drawBlock(m_calls[m_toDraw[number]], answer); });
        for (size_t i = 0; i < ends.size(); ++i) {
            const size_t block = m_toDraw[i];
            if (ends[i].status != statusOfLimit || !limitsItself(block)) std::cerr << saidOf(ends[i].said, placeOf(block));
            takeDrawn(block, ends[i]);
        }
    }

    // A program without an end, as a text may well have: who says how far it goes wants no word about that.
    bool limitsItself(size_t block) const {
        const std::vector<std::string>& options = m_blocks[block].options;
        return std::any_of(options.begin(), options.end(), [](const std::string& option) { return option.rfind("--max-", 0) == 0; });
    }

    void takeDrawn(size_t block, const ProcessEnd& end) {
        const bool isLimit = end.status == statusOfLimit;
        if (isLimit && !limitsItself(block)) m_status = statusOfLimit;
        if (end.status != 0 && !isLimit) {
            m_failed = true; // it has said why
            return;
        }
        const std::optional<BlockDrawn> drawn = drawnOf(end.answer);
        if (!drawn) return fail(block, "nothing came of drawing it");
        for (qsizetype k = 0; k < drawn->pictures.size(); ++k) {
            const QByteArray& bytes = drawn->pictures[k];
            m_pictures[block].push_back({{nameOf(block, k, drawn->pictures.size()), digestOf(bytes), drawn->alts[k]}, bytes});
        }
        for (const QString& path : drawn->read)
            m_read[block].append({m_textFolder.relativeFilePath(path), digestOfFile(m_textFolder.absoluteFilePath(path)), {}});
    }

    // Pictures first, then the text that names them. Empty, or why not.
    std::string write() {
        if (m_blocks.empty()) return put(QByteArray::fromStdString(m_text), QString::fromStdString(m_line.output));
        if (!QDir().mkpath(m_pictureFolder.path())) return "cannot make the folder '" + m_pictureFolder.path().toStdString() + "'";
        WeaveStamp stamp;
        std::vector<std::vector<WovenPicture>> woven(m_blocks.size());
        QStringList names;
        for (size_t i = 0; i < m_blocks.size(); ++i) {
            StampedBlock& block = stamp.blocks.emplaceBack(StampedBlock{m_calls[i].asked, {}, m_read[i]});
            for (const WovenBytes& picture : m_pictures[i]) {
                block.pictures.append(picture.stamped);
                const std::optional<std::string>& alt = m_blocks[i].alt;
                woven[i].push_back(
                    {m_folderName + QLatin1Char('/') + picture.stamped.path, alt ? QString::fromStdString(*alt) : picture.stamped.alt});
                const QString path = m_pictureFolder.filePath(picture.stamped.path);
                names.append(picture.stamped.path);
                if (digestOfFile(path) == picture.stamped.digest) continue;
                if (std::string problem = put(picture.bytes, path); !problem.empty()) return problem;
            }
        }
        if (std::string problem = put(stamp.json(), m_pictureFolder.filePath(WeaveStamp::fileName)); !problem.empty()) return problem;
        const std::string out = wovenText(m_text, m_blocks, woven);
        if (std::string problem = put(QByteArray::fromStdString(out), QString::fromStdString(m_line.output)); !problem.empty()) return problem;
        removeOthers(names);
        return {};
    }

    static std::string put(const QByteArray& bytes, const QString& path) {
        const QString failed = putOnDisk(bytes, path, 0);
        return failed.isEmpty() ? std::string() : "cannot write '" + path.toStdString() + "': " + failed.toStdString();
    }

    // Of the pictures that were woven before, those that nothing asks for any more.
    void removeOthers(const QStringList& names) {
        for (const StampedBlock& block : m_before.blocks)
            for (const StampedFile& picture : block.pictures)
                if (!names.contains(picture.path)) QFile::remove(m_pictureFolder.filePath(picture.path));
    }

    const CommandLine& m_line;
    const std::string m_text;
    const std::vector<WeaveBlock> m_blocks;
    const QDir m_textFolder, m_outFolder;
    const QString m_folderName;
    const QDir m_pictureFolder;
    std::vector<WeaveCall> m_calls;
    std::vector<size_t> m_toDraw;
    std::vector<std::vector<WovenBytes>> m_pictures; // of each block
    std::vector<QVector<StampedFile>> m_read;
    WeaveStamp m_before;
    bool m_failed = false;
    int m_status = 0;
};

}

int weaveVerb(const CommandLine& line) {
    std::string text;
    if (const int failed = hostReadNamed(line.file, text)) {
        complain("can't open file '" + line.file + "': " + errorText(failed));
        return statusOfFiles;
    }
    if (std::string problem = whyNotWritable(line.output); !problem.empty()) {
        complain(problem);
        return statusOfFiles;
    }
    if (wouldReplaceWhatIsRead(line, line.output)) return 2;
    return Weaving(line, std::move(text)).weave();
}

}
