// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/kept/ini_value.h"

#include <QDataStream>
#include <QIODevice>
#include <QStringList>

#include "ui/state/kept/variant_stream.h"

namespace memtape {

namespace {

constexpr struct Escape {
    char sign, meaning;
} escapes[] = {{'a', '\a'}, {'b', '\b'}, {'f', '\f'}, {'n', '\n'},  {'r', '\r'}, {'t', '\t'},
               {'v', '\v'}, {'"', '"'},  {'?', '?'},  {'\'', '\''}, {'\\', '\\'}};

int hexDigit(QChar c) {
    if (c >= QLatin1Char('0') && c <= QLatin1Char('9')) return c.unicode() - '0';
    if (c >= QLatin1Char('a') && c <= QLatin1Char('f')) return c.unicode() - 'a' + 10;
    if (c >= QLatin1Char('A') && c <= QLatin1Char('F')) return c.unicode() - 'A' + 10;
    return -1;
}

// Text that begins with a sign of its own for bytes: its characters are bytes, and are escaped above ASCII.
bool standsForBytes(const QString& text) { return text.startsWith(QLatin1String("@ByteArray(")) || text.startsWith(QLatin1String("@Variant(")); }

QString escaped(const QString& text) {
    const bool isBytes = standsForBytes(text);
    bool needsQuotes = text.isEmpty() || text.front() == QLatin1Char(' ') || text.back() == QLatin1Char(' ');
    bool afterNumber = false; // a digit would be taken for one more of the escape before
    QString out;
    for (QChar c : text) {
        const char16_t code = c.unicode();
        if (c == QLatin1Char(';') || c == QLatin1Char(',') || c == QLatin1Char('=')) needsQuotes = true;
        const Escape* known = nullptr;
        for (const Escape& escape : escapes)
            if (c == QLatin1Char(escape.meaning) && c != QLatin1Char('?') && c != QLatin1Char('\'')) known = &escape;
        if (known) {
            out += QLatin1Char('\\');
            out += QLatin1Char(known->sign);
        } else if (code < 0x20 || code == 0x7F || (isBytes && code > 0x7F) || (afterNumber && hexDigit(c) >= 0)) {
            out += QStringLiteral("\\x") + QString::number(code, 16);
            afterNumber = true;
            continue;
        } else {
            out += c;
        }
        afterNumber = false;
    }
    return needsQuotes ? QLatin1Char('"') + out + QLatin1Char('"') : out;
}

// The texts of a list, with neither quotes nor escapes; one where there is no comma.
std::optional<QStringList> parts(const QString& text) {
    QStringList all;
    QString part;
    bool inQuotes = false;
    qsizetype kept = 0; // blanks before here were in quotes, or escaped
    auto end = [&] {
        while (part.size() > kept && part.back().isSpace()) part.chop(1);
        all.append(std::exchange(part, {}));
        kept = 0;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == QLatin1Char('"')) {
            inQuotes = !inQuotes;
            kept = part.size();
        } else if (c == QLatin1Char(',') && !inQuotes) {
            end();
        } else if (c == QLatin1Char('\\')) {
            if (++i == text.size()) return std::nullopt;
            if (text[i] == QLatin1Char('x')) {
                uint code = 0;
                for (; i + 1 < text.size() && hexDigit(text[i + 1]) >= 0; ++i) code = code * 16 + uint(hexDigit(text[i + 1]));
                part += QChar(char16_t(code));
                kept = part.size();
                continue;
            }
            QChar meaning = text[i];
            for (const Escape& escape : escapes)
                if (text[i] == QLatin1Char(escape.sign)) meaning = QLatin1Char(escape.meaning);
            if (meaning == QLatin1Char('0')) meaning = QChar(0);
            part += meaning;
            kept = part.size();
        } else if (inQuotes || !part.isEmpty() || !c.isSpace()) {
            part += c;
        }
    }
    if (inQuotes) return std::nullopt; // cut off
    end();
    return all;
}

QString textOf(const QVariant& value) {
    switch (value.typeId()) {
    case QMetaType::UnknownType: return QStringLiteral("@Invalid()");
    case QMetaType::QByteArray: return QStringLiteral("@ByteArray(%1)").arg(QString::fromLatin1(value.toByteArray()));
    case QMetaType::QString: {
        const QString text = value.toString();
        return text.startsWith(QLatin1Char('@')) ? QLatin1Char('@') + text : text;
    }
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Double: return value.toString();
    default: break;
    }
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_4_0);
    stream << value;
    return QStringLiteral("@Variant(%1)").arg(QString::fromLatin1(bytes));
}

std::optional<QVariant> valueOf(const QString& text) {
    if (!text.startsWith(QLatin1Char('@'))) return QVariant(text);
    if (text.startsWith(QLatin1String("@@"))) return QVariant(text.mid(1));
    const qsizetype open = text.indexOf(QLatin1Char('('));
    if (open < 0 || !text.endsWith(QLatin1Char(')'))) return std::nullopt;
    const QStringView kind = QStringView(text).mid(1, open - 1);
    const QString inner = text.mid(open + 1, text.size() - open - 2);
    if (kind == QLatin1String("Invalid")) return QVariant();
    if (kind == QLatin1String("String")) return QVariant(inner);
    if (kind == QLatin1String("ByteArray")) return QVariant(inner.toLatin1());
    if (kind == QLatin1String("Variant")) return variantOfStream(inner.toLatin1());
    return std::nullopt;
}

}

QByteArray iniValueText(const QVariant& value) {
    if (value.typeId() != QMetaType::QStringList) return escaped(textOf(value)).toUtf8();
    const QStringList texts = value.toStringList();
    if (texts.isEmpty()) return "@Invalid()";
    QStringList out;
    for (const QString& text : texts) out.append(escaped(textOf(text)));
    return out.join(QStringLiteral(", ")).toUtf8();
}

std::optional<QVariant> iniValueOf(const QByteArray& text) {
    const auto texts = parts(QString::fromUtf8(text));
    if (!texts) return std::nullopt;
    if (texts->size() == 1) return valueOf(texts->first());
    QVariantList values;
    bool areTexts = true;
    for (const QString& part : *texts) {
        auto value = valueOf(part);
        if (!value) return std::nullopt;
        areTexts = areTexts && value->typeId() == QMetaType::QString;
        values.append(*value);
    }
    if (!areTexts) return QVariant(values);
    return QVariant(QVariant(values).toStringList());
}

}
