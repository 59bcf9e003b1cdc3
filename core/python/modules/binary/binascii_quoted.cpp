// SPDX-License-Identifier: GPL-3.0-or-later

// Quoted-printable (RFC 1521), and in headers its form Q (RFC 1522), where '_' is a blank.

#include "core/python/modules/binary/binascii_codecs.h"

namespace memtape {

namespace {

constexpr size_t longestLine = 76;
constexpr char hexDigits[] = "0123456789ABCDEF";

int hexValue(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }
bool isBlank(char c) { return c == ' ' || c == '\t'; }

class QuotedWriter {
public:
    QuotedWriter(std::string_view data, QuotedPrintableOptions options) : m_data(data), m_options(options) {
        size_t lineEnd = data.find('\n');
        if (lineEnd != data.npos && lineEnd > 0 && data[lineEnd - 1] == '\r') m_lineBreak = "\r\n";
    }

    std::string write() {
        for (size_t i = 0; i < m_data.size(); ++i) {
            char c = m_data[i];
            if (mustQuote(i)) {
                if (m_width + 3 >= longestLine) breakLine();
                quote(c);
                m_width += 3;
            } else if (m_options.isText && (c == '\n' || (c == '\r' && next(i) == '\n' && i + 1 < m_data.size()))) {
                endLine();
                if (c == '\r') ++i;
            } else {
                if (i + 1 < m_data.size() && next(i) != '\n' && m_width + 1 >= longestLine) breakLine();
                m_out += m_options.header && c == ' ' ? '_' : c;
                ++m_width;
            }
        }
        return std::move(m_out);
    }

private:
    char next(size_t i) const { return i + 1 < m_data.size() ? m_data[i + 1] : '\0'; }

    bool mustQuote(size_t i) const {
        char c = m_data[i];
        bool last = i + 1 == m_data.size();
        if (static_cast<uint8_t>(c) > 126 || c == '=' || (m_options.header && c == '_')) return true;
        // A dot alone in its line ends a message in SMTP.
        if (c == '.' && m_width == 0 && (last || next(i) == '\n' || next(i) == '\r' || next(i) == '\0')) return true;
        if (c == '\n' || c == '\r') return !m_options.isText;
        if (isBlank(c)) return last || m_options.quoteTabs;
        return c < ' ';
    }
    void quote(char c) {
        m_out += '=';
        m_out += hexDigits[static_cast<uint8_t>(c) >> 4];
        m_out += hexDigits[c & 15];
    }
    void breakLine() {
        m_out += '=';
        m_out += m_lineBreak;
        m_width = 0;
    }
    void endLine() {
        if (!m_out.empty() && isBlank(m_out.back())) { // blanks at a line's end get lost on the way
            char blank = m_out.back();
            m_out.pop_back();
            quote(blank);
        }
        m_out += m_lineBreak;
        m_width = 0;
    }

    std::string_view m_data;
    QuotedPrintableOptions m_options;
    std::string_view m_lineBreak = "\n";
    std::string m_out;
    size_t m_width = 0;
};

}

std::string encodeQuotedPrintable(std::string_view data, QuotedPrintableOptions options) { return QuotedWriter(data, options).write(); }

std::string decodeQuotedPrintable(std::string_view data, bool header) {
    std::string out;
    for (size_t i = 0; i < data.size(); ++i) {
        if (data[i] != '=') {
            out += header && data[i] == '_' ? ' ' : data[i];
            continue;
        }
        if (++i == data.size()) break;
        if (data[i] == '\n' || data[i] == '\r') { // the line goes on
            while (i < data.size() && data[i] != '\n') ++i;
        } else if (data[i] == '=') { // what some encoders make of a '='
            out += '=';
        } else if (i + 1 < data.size() && hexValue(data[i]) >= 0 && hexValue(data[i + 1]) >= 0) {
            out += static_cast<char>(hexValue(data[i]) << 4 | hexValue(data[i + 1]));
            ++i;
        } else {
            out += '=';
            --i;
        }
    }
    return out;
}

}
