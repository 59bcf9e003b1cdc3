// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The frame around what is said about the selected object: a heading that names the page, or tabs where there are several, and the button
// that closes it.

#include <QFrame>
#include <QVector>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace memtape {

class Appearance;

class InspectorPanel : public QFrame {
    Q_OBJECT
public:
    explicit InspectorPanel(const Appearance& appearance, QWidget* parent = nullptr);
    void addPage(QWidget* page);
    void setTitle(QWidget* page, const QString& title); // of one of the pages
    QWidget* currentPage() const;

Q_SIGNALS:
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Page {
        QWidget* widget;
        QToolButton* tab; // hidden while it is the only one
    };
    void restyle();

    const Appearance& m_appearance;
    QWidget* m_header;
    QLabel* m_heading;
    QToolButton* m_close;
    QStackedWidget* m_stack;
    QVector<Page> m_pages;
};

}
