// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pages behind tabs that look as the design has them. Where the bar has no room for all of their texts, a button with the current one's opens a
// menu of them. Left and Right go from tab to tab while one, or that button, has the focus.

#include <QVector>
#include <QWidget>

class QHBoxLayout;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace memtape {

class TabStack : public QWidget {
    Q_OBJECT
public:
    explicit TabStack(QWidget* parent = nullptr);
    // A tab is known by its page.
    void addTab(QWidget* page);
    void setTabText(QWidget* page, const QString& text);
    void setTabVisible(QWidget* page, bool visible);
    void showTab(QWidget* page);
    QWidget* currentPage() const;
    void setCorner(QWidget* widget); // at the far end of the bar
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(QWidget* page);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Tab {
        QToolButton* button;
        QWidget* page;
        QString text;
        bool isOffered = true;
    };
    void fitTexts();
    void setTight(bool tight);
    int neededWidth() const; // by the tabs that are offered
    void fillMenu();
    Tab& tabOf(QWidget* page);

    QVector<Tab> m_tabs;
    QHBoxLayout* m_bar;
    QToolButton* m_chooser; // in place of the tabs
    QMenu* m_menu;
    QWidget* m_corner = nullptr;
    QStackedWidget* m_pages;
};

}
