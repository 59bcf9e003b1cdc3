// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands behind the last lesson: where the usual story of stack and heap simplifies, and what is only CPython's way.

#include <QWidget>

class QTextBrowser;
class QToolButton;

namespace memtape {

class Appearance;

class ClosingPage : public QWidget {
    Q_OBJECT
public:
    explicit ClosingPage(const Appearance& appearance, QWidget* parent = nullptr);
    void setLanguage(const QString& language); // English where there is no such text
    QString text() const;

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    const Appearance& m_appearance;
    QString m_language;
    QTextBrowser* m_browser;
    QToolButton* m_back;
};

}
