// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/part_wire.h"

#include <algorithm>

#include "core/tape/byte_stream.h"

namespace memtape {

namespace {

void put(ByteWriter& w, const PartMoment& moment) {
    w.number(moment.step);
    w.number(moment.event);
}

PartMoment moment(ByteReader& r) {
    PartMoment moment;
    moment.step = r.number();
    moment.event = r.number();
    return moment;
}

void put(ByteWriter& w, const std::vector<Granule>& stack) {
    w.number(stack.size());
    for (Granule g : stack) w.number(g);
}

std::vector<Granule> stack(ByteReader& r) {
    std::vector<Granule> stack;
    for (size_t left = r.count(); left > 0 && r.good; left--) stack.push_back(r.number32());
    return stack;
}

LinePart part(ByteReader& r) {
    LinePart part;
    const uint64_t kind = r.number();
    if (kind > static_cast<uint64_t>(LinePartKind::Return)) r.good = false;
    else part.kind = static_cast<LinePartKind>(kind);
    part.isRaising = r.number();
    part.passage = r.number32();
    part.code = r.number32();
    for (int32_t* number : {&part.span.line, &part.span.column, &part.span.endLine, &part.span.endColumn})
        *number = static_cast<int32_t>(r.number32() & INT32_MAX);
    part.begins = moment(r);
    part.ends = moment(r);
    part.number = r.number32();
    part.value = r.number32();
    part.stackBefore = stack(r);
    part.stackAfter = stack(r);
    return part;
}

}

std::string watchBytes(const PartWatch& watch) {
    ByteWriter w;
    w.text(watch.shownFile);
    w.number(watch.steps.size());
    for (uint64_t step : watch.steps) w.number(step);
    return std::move(w.out);
}

std::optional<PartWatch> watchOf(std::string_view bytes) {
    ByteReader r{bytes};
    PartWatch watch;
    watch.shownFile = r.text();
    for (size_t left = r.count(); left > 0 && r.good; left--) watch.steps.push_back(r.number());
    if (!r.good || !r.in.empty() || !std::is_sorted(watch.steps.begin(), watch.steps.end())) return std::nullopt;
    return watch;
}

std::string partsBytes(const PartWatch& watch) {
    ByteWriter w;
    w.number(watch.isCut);
    w.number(watch.parts.size());
    for (const LinePart& part : watch.parts) {
        w.number(static_cast<uint64_t>(part.kind));
        w.number(part.isRaising);
        w.number(part.passage);
        w.number(part.code);
        for (int32_t number : {part.span.line, part.span.column, part.span.endLine, part.span.endColumn})
            w.number(static_cast<uint64_t>(std::max(number, 0)));
        put(w, part.begins);
        put(w, part.ends);
        w.number(part.number);
        w.number(part.value);
        put(w, part.stackBefore);
        put(w, part.stackAfter);
    }
    return std::move(w.out);
}

std::optional<PartWatch> partsOf(std::string_view bytes) {
    ByteReader r{bytes};
    PartWatch watch;
    watch.isCut = r.number();
    for (size_t left = r.count(); left > 0 && r.good; left--) watch.parts.push_back(part(r));
    if (!r.good || !r.in.empty()) return std::nullopt;
    return watch;
}

}
