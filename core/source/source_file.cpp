// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/source_file.h"

#include <cstdio>
#include <cstring>

#include "core/source/encodings.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

SyntaxProblem problemWithoutPlace(std::string message) {
    SyntaxProblem problem;
    problem.message = std::move(message);
    problem.hasPosition = false;
    problem.hasText = false;
    return problem;
}

// CPython's compile() of bytes gives these two a line of 0 and an offset of -1; running a file gives them nothing.
SyntaxProblem encodingProblem(std::string message, SourceFile::Origin origin) {
    SyntaxProblem problem = problemWithoutPlace(std::move(message));
    if (origin != SourceFile::Origin::File) {
        problem.hasPosition = true;
        problem.column = -1;
        problem.endColumn = -1;
    }
    return problem;
}

}

SourceFile SourceFile::decode(std::string name, std::string_view bytes, Origin origin) {
    SourceFile file;
    file.m_name = std::move(name);
    file.m_origin = origin;

    if (origin != Origin::File && std::memchr(bytes.data(), 0, bytes.size())) {
        file.stopAt(0, problemWithoutPlace("source code string cannot contain null bytes"));
        return file;
    }

    const bool hasMark = bytes.substr(0, 3) == "\xEF\xBB\xBF";
    if (hasMark) bytes.remove_prefix(3);
    const std::string cookie = findEncodingCookie(bytes);
    if (hasMark && !cookie.empty() && cookie != "utf-8") {
        file.stopAt(0, encodingProblem("encoding problem: " + cookie + " with BOM", origin));
        return file;
    }
    if (!cookie.empty() && cookie != "utf-8") {
        DecodedText decoded = decodeBytes(cookie, bytes);
        if (decoded.isKnown && decoded.problem.empty()) {
            file.setText(decoded.text);
        } else if (origin == Origin::File) {
            file.stopAt(0, encodingProblem("encoding problem: " + cookie, origin));
            return file;
        } else {
            file.stopAt(0, encodingProblem(decoded.isKnown ? decoded.problem : "unknown encoding: " + cookie, origin));
            return file;
        }
    } else {
        file.setText(bytes);
        size_t where = 0;
        if (findUtf8Problem(file.m_text, &where)) {
            file.m_isValidUtf8 = false;
            // A line is looked at up to its first zero byte; that is what is reported then.
            const size_t lineBegin = file.m_text.rfind('\n', where) + 1;
            const bool isBehindZero = file.m_text.find('\0', lineBegin) < where;
            if (origin == Origin::File && cookie.empty() && !hasMark && !isBehindZero) {
                int line = 1;
                for (size_t i = 0; i < where; i++) line += file.m_text[i] == '\n';
                char byte[8];
                std::snprintf(byte, sizeof byte, "\\x%02x", static_cast<unsigned char>(file.m_text[where]));
                file.stopAt(file.m_lineStarts[static_cast<size_t>(line) - 1],
                            problemWithoutPlace(std::string("Non-UTF-8 code starting with '") + byte + "' in file " + file.m_name + " on line " +
                                                std::to_string(line) +
                                                ", but no encoding declared; see https://peps.python.org/pep-0263/ for details"));
            }
        }
    }
    if (origin == Origin::File) {
        if (const size_t zero = file.m_text.find('\0'); zero != std::string::npos) {
            int line = 1;
            for (size_t i = 0; i < zero; i++) line += file.m_text[i] == '\n';
            const size_t start = file.m_lineStarts[static_cast<size_t>(line) - 1];
            SyntaxProblem problem;
            problem.message = "source code cannot contain null bytes";
            problem.line = problem.endLine = line;
            problem.column = 0;
            problem.endColumn = -1;
            problem.text = utf8::replaceProblems(std::string_view(file.m_text).substr(start, zero - start));
            file.stopAt(start, std::move(problem));
        }
    }
    return file;
}

SourceFile SourceFile::fromText(std::string name, std::string_view utf8) {
    SourceFile file;
    file.m_name = std::move(name);
    file.m_origin = Origin::Text;
    if (!utf8.empty() && std::memchr(utf8.data(), 0, utf8.size())) {
        file.stopAt(0, problemWithoutPlace("source code string cannot contain null bytes"));
        return file;
    }
    file.setText(utf8);
    if (findUtf8Problem(file.m_text)) file.m_isValidUtf8 = false;
    return file;
}

void SourceFile::setText(std::string_view utf8) {
    m_text.clear();
    m_text.reserve(utf8.size() + 1);
    for (size_t i = 0; i < utf8.size();) {
        const void* found = std::memchr(utf8.data() + i, '\r', utf8.size() - i);
        const size_t end = found ? static_cast<size_t>(static_cast<const char*>(found) - utf8.data()) : utf8.size();
        m_text.append(utf8, i, end - i);
        i = end;
        if (found) {
            m_text += '\n';
            i += i + 1 < utf8.size() && utf8[i + 1] == '\n' ? 2 : 1;
        }
    }
    m_hasAddedLineEnd = !m_text.empty() && m_text.back() != '\n';
    if (m_hasAddedLineEnd) m_text += '\n';
    m_lineStarts.clear();
    for (size_t i = 0; i < m_text.size();) {
        m_lineStarts.push_back(i);
        i = m_text.find('\n', i) + 1;
    }
}

void SourceFile::stopAt(size_t offset, SyntaxProblem problem) {
    problem.file = m_name;
    m_decodingProblem = std::move(problem);
    if (offset < m_text.size()) m_hasAddedLineEnd = false;
    m_text.resize(offset);
    while (!m_lineStarts.empty() && m_lineStarts.back() >= offset) m_lineStarts.pop_back();
    m_isValidUtf8 = !findUtf8Problem(m_text);
}

std::string_view SourceFile::line(int number) const {
    if (number < 1 || number > lineCount()) return {};
    const size_t begin = m_lineStarts[static_cast<size_t>(number) - 1];
    const size_t end = number < lineCount() ? m_lineStarts[static_cast<size_t>(number)] : m_text.size();
    return std::string_view(m_text).substr(begin, end - begin);
}

std::string_view SourceFile::quotedLine(int number) const {
    constexpr size_t pieceBytes = 999;
    std::string_view whole = line(number);
    if (!isOnDisk() || whole.size() <= pieceBytes) return whole;
    return whole.substr((whole.size() - 1) / pieceBytes * pieceBytes);
}

int SourceFile::characterOffset(int number, int byteOffset) const {
    return static_cast<int>(utf8::countCharacters(line(number).substr(0, static_cast<size_t>(byteOffset < 0 ? 0 : byteOffset))));
}

}
