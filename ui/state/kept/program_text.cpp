// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/kept/program_text.h"

#include "core/source/encodings.h"

namespace memtape {

QString programText(const QByteArray& bytes) {
    const std::string_view all(bytes.constData(), static_cast<size_t>(bytes.size()));
    const std::string encoding = findEncodingCookie(all);
    if (!encoding.empty() && encoding != "utf-8" && !bytes.startsWith("\xEF\xBB\xBF")) {
        const DecodedText decoded = decodeBytes(encoding, all);
        if (decoded.isKnown && decoded.problem.empty()) return QString::fromStdString(decoded.text);
    }
    return QString::fromUtf8(bytes);
}

ProgramBytes programBytes(const QString& text) {
    ProgramBytes made{text.toUtf8(), {}, {}};
    const std::string utf8 = made.bytes.toStdString(), encoding = findEncodingCookie(utf8);
    if (encoding.empty() || encoding == "utf-8") return made;
    std::string missing;
    if (const auto bytes = encodeText(encoding, utf8, &missing)) made.bytes = QByteArray::fromStdString(*bytes);
    else made.encoding = QString::fromStdString(encoding), made.character = QString::fromStdString(missing);
    return made;
}

}
