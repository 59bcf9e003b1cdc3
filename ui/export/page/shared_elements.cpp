// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/page/shared_elements.h"

namespace memtape {

void SharedElements::add(const QByteArray& element) {
    auto known = m_numbers.find(element);
    if (known == m_numbers.end()) {
        known = m_numbers.insert(element, int(m_elements.size()));
        m_elements.append({element, 0});
    }
    ++m_elements[*known].count;
}

QByteArray SharedElements::reference(const QByteArray& element) const {
    const int number = m_numbers.value(element);
    return m_elements[number].count > 1 ? "<use href=\"#a" + QByteArray::number(number) + "\"/>" : element;
}

QByteArray SharedElements::svg() const {
    QByteArray out("<svg class=\"unseen\" aria-hidden=\"true\"><defs>\n");
    for (qsizetype number = 0; number < m_elements.size(); ++number) {
        const QByteArray& text = m_elements[number].text;
        const qsizetype name = text.indexOf(' ');
        if (m_elements[number].count > 1) out += text.left(name) + " id=\"a" + QByteArray::number(number) + '"' + text.mid(name);
    }
    return out + "\n</defs></svg>\n";
}

}
