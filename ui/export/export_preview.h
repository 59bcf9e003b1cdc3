// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A page as it will be, as large as there is room for it.

#include <QImage>
#include <QWidget>

namespace memtape {

class Appearance;

class ExportPreview : public QWidget {
    Q_OBJECT
public:
    explicit ExportPreview(const Appearance& appearance, QWidget* parent = nullptr);

    QSize room() const; // in pixels of the screen
    void show(const QImage& image);
    const QImage& image() const { return m_image; }

Q_SIGNALS:
    void roomChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    const Appearance& m_appearance;
    QImage m_image;
};

}
