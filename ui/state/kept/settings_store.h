// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Values by name, in a file of INI form, which several windows may have open at once. What is set is written a moment later, and at the end: the file is read
// again then, what was set here is put over it, and the whole takes the old one's place in one move. So the windows lose nothing of each other's but where
// they set the same name, and a disk that is full leaves the old file.
//
// A file that makes no sense is set aside, as NAME.broken, and what could be read of it is used.

#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>
#include <QVariantMap>

namespace memtape {

class SettingsStore : public QObject {
    Q_OBJECT
public:
    explicit SettingsStore(const QString& path, QObject* parent = nullptr);
    ~SettingsStore() override; // writes

    // Of the user's, where a desktop has them: below XDG_CONFIG_HOME.
    static QString usualPath();

    const QString& path() const { return m_path; }
    QVariant value(const QString& name, const QVariant& fallback = {}) const { return m_values.value(name, fallback); }
    bool contains(const QString& name) const { return m_values.contains(name); }
    void setValue(const QString& name, const QVariant& value);
    // Values that are right only together: all of them are written, whatever another window has set meanwhile.
    void setTogether(const QVariantMap& values);
    // Now. False: something is wrong, and the file is as it was.
    bool write();
    // What is wrong with the file, one sentence; empty: nothing.
    QString problem() const;

Q_SIGNALS:
    void problemFound(); // another one than before: once for each

private:
    enum class Trouble : uint8_t { None, Broken, Unreadable, Unwritable };

    bool readFile(QVariantMap& values);
    void setAside();
    void setTrouble(Trouble trouble, const QString& reason = {});

    QString m_path;
    QVariantMap m_values;
    QSet<QString> m_set; // here, and not written yet
    QTimer m_soon;
    Trouble m_trouble = Trouble::None;
    QString m_reason; // of the trouble, in the system's words
};

}
