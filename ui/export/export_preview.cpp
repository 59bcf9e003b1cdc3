// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_preview.h"

#include <QPainter>

#include "ui/style/appearance.h"

namespace memtape {

namespace {

constexpr int margin = 14;

}

ExportPreview::ExportPreview(const Appearance& appearance, QWidget* parent) : QWidget(parent), m_appearance(appearance) {
    setMinimumSize(240, 200);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize ExportPreview::room() const { return (QSizeF(size() - QSize(2 * margin, 2 * margin)) * devicePixelRatioF()).toSize(); }

void ExportPreview::show(const QImage& image) {
    m_image = image;
    update();
}

void ExportPreview::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    Q_EMIT roomChanged();
}

void ExportPreview::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_appearance[Ink::Window]);
    if (m_image.isNull()) return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    // An older image is shown in the new room until there is one for it.
    const QSizeF fitting =
        QSizeF(m_image.size() / devicePixelRatioF()).boundedTo(QSizeF(m_image.size()).scaled(room() / devicePixelRatioF(), Qt::KeepAspectRatio));
    const QRectF place(QPointF((width() - fitting.width()) / 2, (height() - fitting.height()) / 2), fitting);
    painter.drawImage(place, m_image);
    painter.setPen(m_appearance[Ink::Edge]);
    painter.drawRect(place);
}

}
