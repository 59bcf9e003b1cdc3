// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/weave/weave_stamp.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace memtape {

namespace {

const QString blocksKey = QStringLiteral("blocks"), askedKey = QStringLiteral("asked"), picturesKey = QStringLiteral("pictures"),
              readKey = QStringLiteral("read"), pathKey = QStringLiteral("path"), digestKey = QStringLiteral("digest"),
              altKey = QStringLiteral("alt");

QJsonArray asJson(const QVector<StampedFile>& files) {
    QJsonArray list;
    for (const StampedFile& file : files) {
        QJsonObject object{{pathKey, file.path}, {digestKey, QString::fromLatin1(file.digest)}};
        if (!file.alt.isEmpty()) object[altKey] = file.alt;
        list.append(object);
    }
    return list;
}

QVector<StampedFile> filesOf(const QJsonValue& value) {
    QVector<StampedFile> files;
    for (const QJsonValue& each : value.toArray())
        files.append({each[pathKey].toString(), each[digestKey].toString().toLatin1(), each[altKey].toString()});
    return files;
}

bool isUnchanged(const QVector<StampedFile>& files, const QDir& folder) {
    return std::all_of(files.begin(), files.end(), [&](const StampedFile& file) {
        return !file.digest.isEmpty() && digestOfFile(folder.absoluteFilePath(file.path)) == file.digest;
    });
}

// A stamp that somebody has changed leads to no file elsewhere.
bool areInFolder(const QVector<StampedFile>& files) {
    return std::all_of(files.begin(), files.end(), [](const StampedFile& file) { return QFileInfo(file.path).fileName() == file.path; });
}

}

QByteArray digestOf(const QByteArray& content) { return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex(); }

QByteArray digestOfFile(const QString& path) {
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) ? digestOf(file.readAll()) : QByteArray();
}

WeaveStamp WeaveStamp::ofFolder(const QDir& pictures) {
    WeaveStamp stamp;
    QFile file(pictures.filePath(fileName));
    if (!file.open(QIODevice::ReadOnly)) return stamp;
    for (const QJsonValue& each : QJsonDocument::fromJson(file.readAll()).object()[blocksKey].toArray()) {
        StampedBlock block{each[askedKey].toString().toLatin1(), filesOf(each[picturesKey]), filesOf(each[readKey])};
        if (!block.asked.isEmpty() && !block.pictures.isEmpty() && areInFolder(block.pictures)) stamp.blocks.append(block);
    }
    return stamp;
}

QByteArray WeaveStamp::json() const {
    QJsonArray list;
    for (const StampedBlock& block : blocks)
        list.append(QJsonObject{{askedKey, QString::fromLatin1(block.asked)}, {picturesKey, asJson(block.pictures)}, {readKey, asJson(block.read)}});
    return QJsonDocument(QJsonObject{{blocksKey, list}}).toJson();
}

const StampedBlock* WeaveStamp::find(const QByteArray& asked, const QDir& pictures, const QDir& text) const {
    for (const StampedBlock& block : blocks)
        if (block.asked == asked && isUnchanged(block.pictures, pictures) && isUnchanged(block.read, text)) return &block;
    return nullptr;
}

}
