// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/kept/unsaved_texts.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>
#include <algorithm>
#include <cerrno>
#include <optional>

#include "ui/state/kept/file_lock.h"
#include "ui/state/kept/whole_file.h"

namespace memtape {

namespace {

constexpr qint64 mostBytes = 256 << 20;
const QString fileName = QStringLiteral("/text.json");
const QString pathKey = QStringLiteral("path"), titleKey = QStringLiteral("title"), textKey = QStringLiteral("text"),
              baseKey = QStringLiteral("base"), writtenKey = QStringLiteral("written");

QByteArray bytesOf(const UnsavedText& text) {
    return QJsonDocument(QJsonObject{{pathKey, text.path},
                                     {titleKey, text.title},
                                     {textKey, text.text},
                                     {baseKey, QString::fromLatin1(text.base.toHex())},
                                     {writtenKey, text.written.toString(Qt::ISODateWithMs)}})
        .toJson();
}

std::optional<UnsavedText> textOf(const QByteArray& bytes) {
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (!object.value(textKey).isString()) return std::nullopt;
    UnsavedText text;
    text.path = object.value(pathKey).toString();
    text.title = object.value(titleKey).toString();
    text.text = object.value(textKey).toString();
    text.base = QByteArray::fromHex(object.value(baseKey).toString().toLatin1());
    text.written = QDateTime::fromString(object.value(writtenKey).toString(), Qt::ISODateWithMs);
    return text;
}

}

struct UnsavedTexts::Own {
    QString folder;
    FileLock lock;
};

UnsavedTexts::UnsavedTexts(const QString& folder) : m_folder(folder) {}

UnsavedTexts::~UnsavedTexts() {
    if (m_own) QDir().rmdir(m_own->folder); // where it is empty
}

QString UnsavedTexts::usualFolder() {
    QString state = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(state)) state = QDir::homePath() + QStringLiteral("/.local/state");
    return state + QStringLiteral("/memtape/unsaved");
}

QByteArray UnsavedTexts::digest(const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256); }

QString UnsavedTexts::keep(const UnsavedText& text) {
    if (m_folder.isEmpty()) return {};
    // Between making a folder and holding it, another window may take it for one that was left, and remove it.
    for (int tries = 0; !m_own && tries < 5; ++tries) {
        const QString folder = m_folder + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces);
        if (!QDir().mkpath(folder)) return qt_error_string(errno);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        FileLock lock(folder, 0);
        if (lock.isHeld() && QDir(folder).exists()) m_own = std::make_unique<Own>(Own{folder, std::move(lock)});
    }
    if (!m_own) return qt_error_string(EWOULDBLOCK);
    return writeWholeFile(m_own->folder + fileName, bytesOf(text));
}

void UnsavedTexts::forget() {
    if (m_own) QFile::remove(m_own->folder + fileName);
}

std::vector<std::shared_ptr<LeftText>> UnsavedTexts::takeLeft() const {
    std::vector<std::shared_ptr<LeftText>> all;
    if (m_folder.isEmpty()) return all;
    for (const QString& name : QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = m_folder + QLatin1Char('/') + name;
        if (m_own && folder == m_own->folder) continue;
        auto held = std::make_shared<FileLock>(folder, 0);
        if (!held->isHeld()) continue; // its window lives
        const ReadFile file = readWholeFile(folder + fileName, mostBytes);
        if (file.isMissing) QDir().rmdir(folder);
        auto text = textOf(file.bytes);
        if (text) all.push_back(std::make_shared<LeftText>(folder, std::move(*text), std::move(held)));
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a->text().written < b->text().written; });
    return all;
}

LeftText::LeftText(const QString& folder, UnsavedText text, std::shared_ptr<void> held)
    : m_folder(folder),
      m_text(std::move(text)),
      m_held(std::move(held)) {}

void LeftText::discard() {
    QFile::remove(m_folder + fileName);
    QDir().rmdir(m_folder);
    m_held.reset();
}

}
