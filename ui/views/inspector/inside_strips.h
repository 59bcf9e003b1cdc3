// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The two drawings of InsideView: a line with values as pills in their places, and an evaluation stack as cells.

#include <QVector>
#include <QWidget>
#include <vector>

#include "ui/models/inside/line_values.h"

namespace memtape {

class Appearance;

class LineStrip : public QWidget {
public:
    explicit LineStrip(const Appearance& appearance);
    using QWidget::show;
    // `done` of `all` parts, as dots.
    void show(const QVector<LinePiece>& pieces, uint32_t done, uint32_t all);
    QString text() const;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {200, heightForWidth(width())}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int lay(int width, class QPainter* painterOrNull) const; // its height

    const Appearance& m_appearance;
    QVector<LinePiece> m_pieces;
    uint32_t m_done = 0, m_all = 0;
};

class StackStrip : public QWidget {
public:
    explicit StackStrip(const Appearance& appearance);
    using QWidget::show;
    void show(const std::vector<InsideValue>& values);
    QString text() const;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {200, heightForWidth(width())}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int lay(int width, class QPainter* painterOrNull) const;

    const Appearance& m_appearance;
    QVector<QString> m_values;
};

}
