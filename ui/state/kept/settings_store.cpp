// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/kept/settings_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <cerrno>

#include "ui/state/kept/file_lock.h"
#include "ui/state/kept/ini_text.h"
#include "ui/state/kept/whole_file.h"

namespace memtape {

namespace {

constexpr qint64 mostBytes = 64 << 20; // far above what is ever written
constexpr int moment = 500;            // milliseconds
constexpr int patience = 2000;         // likewise, with another window that writes

}

SettingsStore::SettingsStore(const QString& path, QObject* parent) : QObject(parent), m_path(path) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(moment);
    connect(&m_soon, &QTimer::timeout, this, &SettingsStore::write);
    if (readFile(m_values)) return;
    for (auto value = m_values.begin(); value != m_values.end(); ++value) m_set.insert(value.key()); // for the new file
}

SettingsStore::~SettingsStore() { write(); }

QString SettingsStore::usualPath() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/memtape/memtape.conf");
}

void SettingsStore::setValue(const QString& name, const QVariant& value) {
    if (auto known = m_values.constFind(name); known != m_values.constEnd() && *known == value) return;
    setTogether({{name, value}});
}

void SettingsStore::setTogether(const QVariantMap& values) {
    for (auto value = values.begin(); value != values.end(); ++value) {
        m_values.insert(value.key(), value.value());
        m_set.insert(value.key());
    }
    m_soon.start();
}

// False: the file was broken, and has been set aside.
bool SettingsStore::readFile(QVariantMap& values) {
    const ReadFile file = readWholeFile(m_path, mostBytes);
    if (file.isMissing) return true;
    if (!file.problem.isEmpty() && !file.isTooLarge) {
        setTrouble(Trouble::Unreadable, file.problem);
        return true;
    }
    IniText read = readIni(file.bytes);
    values = std::move(read.values);
    if (read.isWhole && !file.isTooLarge) return true;
    setAside();
    return false;
}

void SettingsStore::setAside() {
    QFile::remove(m_path + QStringLiteral(".broken")); // of an earlier time
    QFile::rename(m_path, m_path + QStringLiteral(".broken"));
    setTrouble(Trouble::Broken);
}

bool SettingsStore::write() {
    m_soon.stop();
    if (m_set.isEmpty()) return true;
    const QString folder = QFileInfo(m_path).path();
    if (!QDir().mkpath(folder)) {
        setTrouble(Trouble::Unwritable, qt_error_string(errno));
        return false;
    }
    const FileLock lock(folder, patience);
    QVariantMap values;
    readFile(values);                                   // what other windows have set
    if (m_trouble == Trouble::Unreadable) return false; // it would take the place of what others have set
    for (const QString& name : std::as_const(m_set)) values.insert(name, m_values.value(name));
    if (QString reason = writeWholeFile(m_path, writeIni(values)); !reason.isEmpty()) {
        setTrouble(Trouble::Unwritable, reason);
        return false;
    }
    m_values = std::move(values);
    m_set.clear();
    if (m_trouble != Trouble::Broken) setTrouble(Trouble::None);
    return true;
}

void SettingsStore::setTrouble(Trouble trouble, const QString& reason) {
    const bool isNew = trouble != Trouble::None && (trouble != m_trouble || reason != m_reason);
    m_trouble = trouble;
    m_reason = reason;
    if (isNew) Q_EMIT problemFound();
}

QString SettingsStore::problem() const {
    switch (m_trouble) {
    case Trouble::None: break;
    case Trouble::Broken:
        return tr("The file of the settings was damaged. It was set aside as %1, and what could be read of it is used.")
            .arg(m_path + QStringLiteral(".broken"));
    case Trouble::Unreadable: return tr("The settings cannot be read from %1: %2.").arg(m_path, m_reason);
    case Trouble::Unwritable: return tr("The settings cannot be written to %1, which is as it was: %2.").arg(m_path, m_reason);
    }
    return {};
}

}
