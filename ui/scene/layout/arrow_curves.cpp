// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/arrow_curves.h"

#include <algorithm>
#include <cmath>

namespace memtape {

namespace {

struct Style {
    double radius;    // of a corner
    double halfWidth; // of an S, along its outer legs
    double longestS;  // the longest leg that becomes one
};

constexpr Style styles[] = {{20, 36, 260}, {12, 16, 24}, {8, 12, 16}};
constexpr double steepest = 9; // an S much higher than wide is a slanting line: there corners are better

double length(QPointF v) { return std::abs(v.x()) + std::abs(v.y()); } // legs are level or upright
double cross(QPointF a, QPointF b) { return a.x() * b.y() - a.y() * b.x(); }
QPointF direction(QPointF v) {
    double size = std::hypot(v.x(), v.y());
    return size > 0 ? v / size : QPointF();
}

void lineTo(Curve& curve, QPointF to) {
    QPointF last = curve.pieces.isEmpty() ? curve.from : curve.pieces.back().to;
    if (length(to - last) > 1e-6) curve.pieces.append({true, {}, {}, to});
}

}

Curve roundedCurve(const Corners& way, double straightStart, double straightEnd, Softness softness) {
    const Style& style = styles[int(softness)];
    Curve curve{way.front(), {}};
    qsizetype last = way.size() - 1;
    auto leg = [&](qsizetype i) { return way[i + 1] - way[i]; };
    // The room that a bend has on a leg: with another bend at its other end, half.
    auto room = [&](qsizetype i) {
        double size = length(leg(i));
        double held = (i == 0 ? straightStart : 0) + (i == last - 1 ? straightEnd : 0);
        bool shared = i > 0 && i < last - 1;
        return std::max(0.0, shared ? size / 2 : size - held);
    };
    for (qsizetype i = 1; i < last; ++i) {
        QPointF in = direction(leg(i - 1)), out = direction(leg(i));
        bool turnsBack = i + 1 < last && cross(in, out) * cross(out, leg(i + 1)) < 0;
        double half = turnsBack ? std::min({style.halfWidth, room(i - 1), room(i + 1)}) : 0;
        if (turnsBack && length(leg(i)) <= std::min(style.longestS, half * steepest)) {
            QPointF start = way[i] - in * half, end = way[i + 1] + in * half;
            lineTo(curve, start);
            curve.pieces.append({false, start + in * half * 1.15, end - in * half * 1.15, end});
            ++i;
            continue;
        }
        double radius = std::min({style.radius, room(i - 1), room(i)});
        constexpr double pull = 0.55228; // of a quarter of a circle
        QPointF start = way[i] - in * radius, end = way[i] + out * radius;
        lineTo(curve, start);
        if (radius > 0) curve.pieces.append({false, start + in * radius * pull, end - out * radius * pull, end});
    }
    lineTo(curve, way.back());
    return curve;
}

Curve plainCurve(QPointF dot, QPointF leaves, QPointF foot, QPointF arrives) {
    QPointF between = foot - dot;
    double pull = std::clamp(std::hypot(between.x(), between.y()) / 2, 16.0, 90.0);
    Curve curve{dot, {}};
    curve.pieces.append({false, dot + leaves * pull, foot - arrives * pull, foot});
    return curve;
}

void flatten(const Curve& curve, Points& points) {
    points.clear();
    points.append(curve.from);
    for (const CurvePiece& piece : curve.pieces) {
        QPointF from = points.back();
        if (!piece.isLine) {
            double span = length(piece.to - from);
            int parts = std::clamp(int(span / 8) + 2, 4, 12);
            for (int i = 1; i < parts; ++i) {
                double t = double(i) / parts, u = 1 - t;
                points.append(from * (u * u * u) + piece.control1 * (3 * u * u * t) + piece.control2 * (3 * u * t * t) + piece.to * (t * t * t));
            }
        }
        points.append(piece.to);
    }
}

QPainterPath painterPath(const Curve& curve) {
    QPainterPath path(curve.from);
    path.reserve(1 + 3 * int(curve.pieces.size()));
    for (const CurvePiece& piece : curve.pieces) {
        if (piece.isLine) path.lineTo(piece.to);
        else path.cubicTo(piece.control1, piece.control2, piece.to);
    }
    return path;
}

}
