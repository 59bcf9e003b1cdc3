// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drawing/woven_block.h"

#include <unistd.h>

#include <QDataStream>
#include <QFileInfo>
#include <algorithm>
#include <cctype>
#include <cerrno>

#include "app/drawing/drawing.h"
#include "core/session/language.h"
#include "core/tape/tape.h"
#include "ui/export/snapshot.h"
#include "ui/export/weave/weave_stamp.h"
#include "ui/models/picture/picture_alt.h"
#include "ui/state/run.h"

namespace memtape {

namespace {

// By its name, its tag or the ending of its files, as the word behind a fence may be; `python3` is Python, too.
const Language* languageOfWord(std::string word) {
    std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    while (!word.empty() && word.back() >= '0' && word.back() <= '9') word.pop_back();
    for (const Language* language : languages()) {
        if (word == language->tag()) return language;
        for (std::string_view ending : language->fileEndings())
            if ("." + word == ending) return language;
    }
    return nullptr;
}

QByteArray digestOfCall(const WeaveCall& call, const WeaveBlock& block) {
    QByteArray all(MEMTAPE_VERSION);
    auto add = [&all](const std::string& text) { all.append('\0').append(text.data(), qsizetype(text.size())); };
    for (const std::string& word : call.line.spoken)
        if (word != "--anew") add(word);
    add(block.format.empty() ? call.line.pictures : block.format);
    add(call.line.file.substr(call.line.file.rfind('/') + 1));
    add(*call.line.source);
    return digestOf(all);
}

class Gathered : public DrawingTarget {
public:
    Gathered(const CommandLine& line, bool isPage) : m_line(line), m_isPage(isPage) {}

    int put(uint64_t, uint64_t, std::string_view bytes) override {
        m_drawn.pictures.append(QByteArray(bytes.data(), qsizetype(bytes.size())));
        return 0;
    }
    void drawn(const Drawn& drawn) override {
        if (m_line.strip)
            m_drawn.alts.append(PictureAlt::ofStrip(altAt(drawn, drawn.steps.front()), altAt(drawn, drawn.steps.back()), drawn.steps.size()));
        else if (m_isPage) m_drawn.alts.append(PictureAlt::ofPage(drawn.steps.size()));
        else
            for (uint64_t step : drawn.steps) m_drawn.alts.append(altAt(drawn, step));
        if (!m_line.input.empty()) m_drawn.read.append(QFileInfo(QString::fromStdString(m_line.input)).absoluteFilePath());
        const Definitions& definitions = drawn.tape.definitions();
        for (uint32_t id = 0; id == 0 || definitions.file(id); ++id) {
            const FileInfo* file = definitions.file(id);
            const QString path = file && file->ofProgram ? QString::fromStdString(file->path) : QString();
            if (!path.isEmpty() && QFileInfo(path).fileName() != QFileInfo(QString::fromStdString(m_line.file)).fileName()) m_drawn.read.append(path);
        }
    }
    const BlockDrawn& all() const { return m_drawn; }

private:
    static QString altAt(const Drawn& drawn, uint64_t step) {
        const auto reading = drawn.run.readingAt(step);
        return PictureAlt::of(*reading, buildPicture(drawn.run, step, drawn.options.picture));
    }

    const CommandLine& m_line;
    BlockDrawn m_drawn;
    const bool m_isPage;
};

bool writeAnswer(int answer, const QByteArray& bytes) {
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t written = write(answer, bytes.data() + at, size_t(bytes.size() - at));
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        at += written;
    }
    return true;
}

}

WeaveCall weaveCallOf(const WeaveBlock& block, size_t number, const CommandLine& forAll) {
    WeaveCall call;
    call.line = forAll;
    call.problem = block.problem;
    const Language* language = languageOfWord(block.language);
    if (call.problem.empty() && !language) {
        call.problem = "Memtape runs no '" + block.language + "'";
        return call;
    }
    if (!call.problem.empty()) return call;
    std::vector<std::string> words = block.options;
    words.insert(words.begin(), "export");
    call.problem = takeWords(words, call.line);
    const std::string folder = forAll.file.substr(0, forAll.file.rfind('/') + 1);
    call.line.file = folder + (block.name.empty() ? "program" : block.name) + std::string(language->fileEndings().front());
    call.line.source = block.fence.text;
    const std::string ending = block.format.empty() ? forAll.pictures : block.format;
    call.fileName = QString::fromStdString((block.name.empty() ? std::to_string(number) : block.name) + "." + ending);
    call.asked = digestOfCall(call, block);
    return call;
}

int drawBlock(const WeaveCall& call, int answer) {
    Gathered gathered(call.line, call.fileName.endsWith(QStringLiteral(".html")));
    const int status = draw(call.line, call.fileName, gathered);
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << gathered.all().pictures << gathered.all().alts << gathered.all().read;
    return writeAnswer(answer, bytes) ? status : 3;
}

std::optional<BlockDrawn> drawnOf(const std::string& answer) {
    BlockDrawn drawn;
    QDataStream in(QByteArray(answer.data(), qsizetype(answer.size())));
    in >> drawn.pictures >> drawn.alts >> drawn.read;
    if (in.status() != QDataStream::Ok || drawn.pictures.isEmpty() || drawn.pictures.size() != drawn.alts.size()) return std::nullopt;
    return drawn;
}

}
