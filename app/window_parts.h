// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Two small parts of the window that nothing else uses: tabs that look as the design has them, and the status line.

#include <QHash>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace memtape {

class Appearance;

class TabStack : public QWidget {
    Q_OBJECT
public:
    explicit TabStack(QWidget* parent = nullptr);
    void addTab(const QString& id, QWidget* page);
    void setTabText(const QString& id, const QString& text);
    void setTabVisible(const QString& id, bool visible);
    void showTab(const QString& id);
    QString currentTab() const { return m_current; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Tab {
        QToolButton* button;
        QWidget* page;
        QString text;
    };
    void fitTexts();
    QHash<QString, Tab> m_tabs;
    QHBoxLayout* m_bar;
    QStackedWidget* m_pages;
    QString m_current;
};

class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(const Appearance& appearance, QWidget* parent = nullptr);
    void setFacts(const QString& text);
    void setLanguage(const QString& code);
    void retranslate();

Q_SIGNALS:
    void languageChosen(const QString& code);
    void textSizeReset();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    const Appearance& m_appearance;
    QLabel *m_facts, *m_legend;
    QToolButton *m_english, *m_korean, *m_scale;
    QString m_text;
};

}
