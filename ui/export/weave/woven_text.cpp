// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/weave/woven_text.h"

namespace memtape {

namespace {

// `<`, `$` and the like: not every kind of Markdown lets a backslash stand before them, but all know what HTML calls them.
QString entity(QChar c) { return QStringLiteral("&#%1;").arg(c.unicode()); }

std::string attribute(const QString& text) { return text.simplified().toHtmlEscaped().toStdString(); }

std::string pictureLine(const WeaveBlock& block, const WovenPicture& picture) {
    if (!block.isPage) return "![" + asMarkdown(picture.alt) + "](" + asAddress(picture.path) + ")";
    return "<iframe src=\"" + asAddress(picture.path) + "\" title=\"" + attribute(picture.alt) + "\" width=\"100%\" height=\"" +
           std::to_string(block.height) + "\" loading=\"lazy\" style=\"border:0\"></iframe>";
}

class Weaver {
public:
    explicit Weaver(std::string_view text)
        : m_text(text),
          m_lines(linesOf(text)),
          m_end(text.find("\r\n") != std::string_view::npos ? "\r\n" : "\n") {}

    std::string weave(const std::vector<WeaveBlock>& blocks, const std::vector<std::vector<WovenPicture>>& pictures) {
        size_t next = 0;
        for (size_t i = 0; i < blocks.size(); ++i) {
            const FencedBlock& fence = blocks[i].fence;
            for (; next < fence.open; ++next) keep(next);
            if (!blocks[i].isHidden) {
                put(plainOpening(blocks[i]));
                for (next = fence.open + 1; next <= fence.close; ++next) keep(next);
                putBlank(fence);
            }
            next = fence.close + 1;
            bool isFirst = true;
            for (const WovenPicture& picture : pictures[i]) {
                if (!isFirst) putBlank(fence);
                put((isFirst && blocks[i].isHidden ? fence.lead : fence.prefix) + pictureLine(blocks[i], picture));
                isFirst = false;
            }
            // What follows is a paragraph of its own.
            if (next < m_lines.size() && !isBlank(m_lines[next])) putBlank(fence);
        }
        for (; next < m_lines.size(); ++next) keep(next);
        return std::move(m_out);
    }

private:
    static bool isBlank(std::string_view line) { return line.find_first_not_of(" \t>") == std::string_view::npos; }
    void keep(size_t number) { // with the end that it has; the last line may have none
        const char* const begin = m_lines[number].data();
        const char* const end = number + 1 < m_lines.size() ? m_lines[number + 1].data() : m_text.data() + m_text.size();
        m_out.append(begin, end);
    }
    void put(std::string_view line) {
        if (!m_out.empty() && m_out.back() != '\n') m_out.append(m_end);
        m_out.append(line).append(m_end);
    }
    void putBlank(const FencedBlock& fence) { put(std::string_view(fence.prefix).substr(0, fence.prefix.find_last_not_of(' ') + 1)); }

    const std::string_view m_text;
    const std::vector<std::string_view> m_lines;
    const std::string_view m_end; // of new lines
    std::string m_out;
};

}

std::string wovenText(std::string_view text, const std::vector<WeaveBlock>& blocks, const std::vector<std::vector<WovenPicture>>& pictures) {
    return Weaver(text).weave(blocks, pictures);
}

std::string asMarkdown(const QString& text) {
    QString out;
    for (QChar c : text.simplified()) {
        if (QStringLiteral("\\`*_{}[]").contains(c)) out += QLatin1Char('\\');
        if (QStringLiteral("<>&$~^|\"").contains(c)) out += entity(c);
        else out += c;
    }
    return out.toStdString();
}

std::string asAddress(const QString& path) {
    std::string out;
    for (char c : path.toStdString()) {
        const bool isPlain = (c & 0x80) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                             std::string_view("-_./").find(c) != std::string_view::npos;
        constexpr char digits[] = "0123456789ABCDEF";
        if (isPlain) out += c;
        else out.append({'%', digits[(c >> 4) & 15], digits[c & 15]});
    }
    return out;
}

}
