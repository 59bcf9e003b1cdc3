// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pages behind tabs that look as the design has them. Left and Right go from tab to tab while one has the focus.

#include <QVector>
#include <QWidget>

class QHBoxLayout;
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

Q_SIGNALS:
    void currentChanged(QWidget* page);

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
    Tab& tabOf(QWidget* page);

    QVector<Tab> m_tabs;
    QHBoxLayout* m_bar;
    QWidget* m_corner = nullptr;
    QStackedWidget* m_pages;
};

}
