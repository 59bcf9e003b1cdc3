// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/kept/ini_text.h"

#include <QStringDecoder>
#include <optional>

#include "ui/state/kept/ini_value.h"

namespace memtape {

namespace {

const QByteArray usualGroup("General");
const QString usualGroupName = QStringLiteral("General");

bool isPlain(QChar c) {
    const char16_t code = c.unicode();
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9') || code == '_' || code == '-' || code == '.';
}

QByteArray encoded(QStringView name) {
    QByteArray out;
    for (QChar c : name) {
        const uint code = c.unicode();
        if (c == QLatin1Char('/')) out += '\\';
        else if (isPlain(c)) out += char(code);
        else if (code <= 0xFF) out += '%' + QByteArray::number(code, 16).rightJustified(2, '0').toUpper();
        else out += "%U" + QByteArray::number(code, 16).rightJustified(4, '0').toUpper();
    }
    return out;
}

std::optional<QString> decoded(const QByteArray& name) {
    QString out;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i] == '\\') out += QLatin1Char('/');
        else if (name[i] != '%') out += QLatin1Char(name[i]);
        else {
            const bool isWide = i + 1 < name.size() && name[i + 1] == 'U';
            const qsizetype from = i + (isWide ? 2 : 1), digits = isWide ? 4 : 2;
            bool isNumber = false;
            const uint code = name.mid(from, digits).toUInt(&isNumber, 16);
            if (!isNumber || from + digits > name.size()) return std::nullopt;
            out += QChar(char16_t(code));
            i = from + digits - 1;
        }
    }
    return out;
}

// What a heading says, as the beginning of the names below it.
std::optional<QString> groupOf(const QByteArray& line) {
    if (line.size() < 2 || !line.endsWith(']')) return std::nullopt;
    const QByteArray name = line.mid(1, line.size() - 2).trimmed();
    if (name.compare(usualGroup, Qt::CaseInsensitive) == 0) return QString();
    if (name == '%' + usualGroup) return usualGroupName + QLatin1Char('/'); // a group that is really called so
    auto group = decoded(name);
    if (!group) return std::nullopt;
    return *group + QLatin1Char('/');
}

bool isUtf8(const QByteArray& bytes) {
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    [[maybe_unused]] const QString text = decoder(bytes);
    return !decoder.hasError();
}

}

IniText readIni(const QByteArray& bytes) {
    IniText read;
    std::optional<QString> group = QString(); // none: of a heading that makes no sense
    QByteArray all = bytes;
    if (all.startsWith("\xEF\xBB\xBF")) all.remove(0, 3);
    for (const QByteArray& whole : all.split('\n')) {
        const QByteArray line = whole.trimmed();
        if (line.isEmpty() || line.startsWith(';')) continue;
        if (line.startsWith('[')) {
            group = groupOf(line);
            read.isWhole = read.isWhole && group;
            continue;
        }
        const qsizetype equals = line.indexOf('=');
        const auto key = equals > 0 ? decoded(line.left(equals).trimmed()) : std::nullopt;
        const auto value = key && !line.contains('\0') && isUtf8(line) ? iniValueOf(line.mid(equals + 1).trimmed()) : std::nullopt;
        if (value && group) read.values.insert(*group + *key, *value);
        else read.isWhole = false;
    }
    return read;
}

QByteArray writeIni(const QVariantMap& values) {
    QMap<QByteArray, QByteArray> groups; // their lines
    for (auto value = values.begin(); value != values.end(); ++value) {
        const QString& name = value.key();
        // A name that ends with its group would have no key there: it stands in none.
        const qsizetype first = name.indexOf(QLatin1Char('/')), slash = first + 1 < name.size() ? first : -1;
        const QStringView group = QStringView(name).left(std::max<qsizetype>(slash, 0)), key = QStringView(name).mid(slash + 1);
        const QByteArray heading = slash < 0                                                 ? usualGroup
                                   : group.compare(usualGroupName, Qt::CaseInsensitive) == 0 ? '%' + usualGroup
                                                                                             : encoded(group);
        groups[heading] += encoded(key) + '=' + iniValueText(value.value()) + '\n';
    }
    QByteArray out;
    for (auto group = groups.begin(); group != groups.end(); ++group) out += (out.isEmpty() ? "[" : "\n[") + group.key() + "]\n" + group.value();
    return out;
}

}
