// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/page/page_fonts.h"

#include <fcntl.h>
#include <harfbuzz/hb-subset.h>
#include <unistd.h>
#include <woff2/encode.h>

#include <QHash>
#include <QRawFont>
#include <cstdio>
#include <memory>

#include "ui/style/appearance.h"

namespace memtape {

namespace {

template <auto destroy> struct Destroy {
    template <class T> void operator()(T* thing) const { destroy(thing); }
};
using Face = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;

// Qt says which file a font is in to nobody, but gives its tables. They are kept while the font is cut: what is cut refers to them behind their blobs' backs.
struct FontTables {
    QRawFont font;
    QHash<hb_tag_t, QByteArray> tables;
};

hb_blob_t* tableOf(hb_face_t*, hb_tag_t tag, void* of) {
    auto& from = *static_cast<FontTables*>(of);
    auto table = from.tables.find(tag);
    if (table == from.tables.end()) {
        char name[5] = {};
        hb_tag_to_string(tag, name);
        table = from.tables.insert(tag, from.font.fontTable(name));
    }
    return hb_blob_create(table->constData(), unsigned(table->size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
}

// The library says on the stream for errors how well it has packed.
class QuietErrors {
public:
    QuietErrors() : m_kept(dup(STDERR_FILENO)) {
        std::fflush(stderr);
        const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
        if (nowhere < 0) return;
        dup2(nowhere, STDERR_FILENO);
        ::close(nowhere);
    }
    ~QuietErrors() {
        std::fflush(stderr);
        if (m_kept < 0) return;
        dup2(m_kept, STDERR_FILENO);
        ::close(m_kept);
    }
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;

private:
    int m_kept;
};

QByteArray packed(const char* font, unsigned size) {
    const auto* bytes = reinterpret_cast<const uint8_t*>(font);
    const QuietErrors quiet;
    size_t length = woff2::MaxWOFF2CompressedSize(bytes, size);
    QByteArray out(qsizetype(length), '\0'); // its padding is not written
    if (!woff2::ConvertTTFToWOFF2(bytes, size, reinterpret_cast<uint8_t*>(out.data()), &length)) return {};
    out.truncate(qsizetype(length));
    return out;
}

// The font with those letters that it has, which are taken out of the set; empty: it has none, or cannot be cut.
QByteArray cutFont(const QFont& font, QSet<char32_t>& letters) {
    FontTables whole{QRawFont::fromFont(font), {}};
    const QRawFont& raw = whole.font;
    SubsetInput input(hb_subset_input_create_or_fail());
    if (!raw.isValid() || !input) return {};
    QSet<char32_t> rest;
    hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
    bool isAnyDrawn = false;
    for (char32_t letter : letters) {
        if (QChar::category(letter) == QChar::Other_Control) continue;
        isAnyDrawn = isAnyDrawn || (!QChar::isSpace(letter) && raw.supportsCharacter(uint(letter)));
        if (raw.supportsCharacter(uint(letter))) hb_set_add(wanted, letter);
        else rest.insert(letter);
    }
    if (!isAnyDrawn) return {};
    // Substitutions (ligatures, alternates) would bring in many glyphs for a few letters.
    for (const char* table : {"GSUB", "GSUX"})
        hb_set_add(hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG), hb_tag_from_string(table, 4));
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    Face face(hb_face_create_for_tables(tableOf, &whole, nullptr));
    Face cut(hb_subset_or_fail(face.get(), input.get()));
    if (!cut) return {};
    Blob blob(hb_face_reference_blob(cut.get()));
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob.get(), &size);
    QByteArray out = packed(data, size);
    if (!out.isEmpty()) letters = rest;
    return out;
}

QByteArray faceRule(const QByteArray& family, bool isBold, const QByteArray& font) {
    return "@font-face{font-family:" + family + ";font-weight:" + (isBold ? "600" : "400") + ";src:url(data:font/woff2;base64," + font.toBase64() +
           ")format(\"woff2\")}\n";
}

struct FamilyOfOurs {
    const char* name; // in the page
    int place;        // among the families of the font for words, or for code
};
constexpr FamilyOfOurs families[2][2] = {{{"MW", 0}, {"MX", 1}}, {{"MC", 0}, {"MD", 1}}};

}

QByteArray pageFontRules(const UsedFonts& used) {
    QByteArray rules;
    for (bool isCode : {false, true})
        for (bool isBold : {false, true}) {
            QSet<char32_t> letters = used.letters[isCode][isBold];
            for (const FamilyOfOurs& family : families[isCode]) {
                if (family.place > 0) letters.intersect(used.drawn[isCode][isBold]);
                QFont font = isCode ? codeFont(16, isBold) : interfaceFont(16, isBold);
                font.setFamilies({font.families().value(family.place)});
                if (const QByteArray cut = cutFont(font, letters); !cut.isEmpty()) rules += faceRule(family.name, isBold, cut);
            }
        }
    for (qsizetype i = 0; i < used.fonts.size(); ++i) {
        const PageFont& font = used.fonts[i];
        rules += ".t" + QByteArray::number(i) + "{font:" + (font.isBold ? "600 " : "") + QByteArray::number(font.pixels) + "px " +
                 (font.isCode ? "var(--drawncode)" : "var(--drawn)") + "}\n";
    }
    return rules;
}

}
