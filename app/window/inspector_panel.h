// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The frame around what is asked of the run: pages behind tabs, and the button that closes it.

#include <QFrame>

class QToolButton;

namespace memtape {

class Appearance;
class TabStack;

class InspectorPanel : public QFrame {
    Q_OBJECT
public:
    explicit InspectorPanel(const Appearance& appearance, QWidget* parent = nullptr);
    void addPage(QWidget* page);
    void setTitle(QWidget* page, const QString& title); // of one of the pages
    void showPage(QWidget* page);
    QWidget* currentPage() const;

Q_SIGNALS:
    void closeRequested();
    void pageChanged(QWidget* page);

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();

    const Appearance& m_appearance;
    TabStack* m_tabs;
    QToolButton* m_close;
};

}
