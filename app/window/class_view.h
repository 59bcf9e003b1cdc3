// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Class view: code, picture and what happened alone, larger, on the whole screen, with a spotlight and black; and the keys that presenters' remotes
// send: PageUp and PageDown step, F5 begins, Escape ends, `.` and B are black until the next key.

#include <QObject>

class QKeyEvent;

namespace memtape {

class ClassOverlay;
class Views;
class WindowLayout;
struct Workbench;

class ClassView : public QObject {
    Q_OBJECT
public:
    ClassView(Workbench& bench, Views& views, WindowLayout& layout);
    void set(bool on);
    bool isOn() const { return m_isOn; }
    ClassOverlay& overlay() { return *m_overlay; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // keys of the window, before anyone else

private:
    bool isMine(const QKeyEvent& key) const;
    void handle(const QKeyEvent& key);
    void begin(); // the show, from the first step

    Workbench& m_bench;
    Views& m_views;
    WindowLayout& m_layout;
    ClassOverlay* m_overlay;
    double m_scaleWas = 1; // of the texts, before
    bool m_isOn = false, m_wasFullScreen = false;
};

}
