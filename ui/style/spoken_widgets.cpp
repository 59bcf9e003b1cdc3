// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/spoken_widgets.h"

#include <QAccessibleWidget>
#include <QVariant>
#include <QWidget>
#include <utility>

namespace memtape {

namespace {

constexpr char roleProperty[] = "spokenRole", rangeProperty[] = "spokenRange";

class SpokenSlider : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    SpokenSlider(QWidget* widget, SpokenRange range) : QAccessibleWidget(widget, QAccessible::Slider), m_range(std::move(range)) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this) : QAccessibleWidget::interface_cast(type);
    }
    QVariant currentValue() const override { return m_range.value(); }
    QVariant minimumValue() const override { return m_range.least(); }
    QVariant maximumValue() const override { return m_range.most(); }
    QVariant minimumStepSize() const override { return 1.0; }
    void setCurrentValue(const QVariant& value) override { m_range.set(value.toDouble()); }

private:
    SpokenRange m_range;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* widget = qobject_cast<QWidget*>(object);
    if (!widget) return nullptr;
    if (const QVariant range = widget->property(rangeProperty); range.isValid()) return new SpokenSlider(widget, range.value<SpokenRange>());
    if (const QVariant role = widget->property(roleProperty); role.isValid()) return new QAccessibleWidget(widget, QAccessible::Role(role.toInt()));
    return nullptr;
}

void keep(QWidget& widget, const char* property, const QVariant& value) {
    static const bool isInstalled = (QAccessible::installFactory(makeInterface), true);
    Q_UNUSED(isInstalled)
    widget.setProperty(property, value);
}

}

void setSpokenRole(QWidget& widget, QAccessible::Role role) { keep(widget, roleProperty, int(role)); }

void setSpokenRange(QWidget& widget, const SpokenRange& range) { keep(widget, rangeProperty, QVariant::fromValue(range)); }

void speakValue(QWidget& widget, double value) {
    QAccessibleValueChangeEvent event(&widget, value);
    QAccessible::updateAccessibility(&event);
}

}
