// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A page behind a tab follows the run only while it is in sight: closed, it costs nothing, and catches up when it is shown.

#include <QObject>
#include <functional>

class QWidget;

namespace memtape {

class WhileSeen : public QObject {
    Q_OBJECT
public:
    // A child of the page; `refresh` brings the page up to date.
    WhileSeen(QWidget& page, std::function<void()> refresh);
    void touch(); // what the page shows has changed

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget& m_page;
    std::function<void()> m_refresh;
    bool m_isStale = true;
};

}
