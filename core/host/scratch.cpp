// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/scratch.h"

#include <algorithm>
#include <cerrno>

#include "core/host/clock.h"
#include "core/host/host.h"

namespace memtape {

namespace {

// What a node and its path cost besides the content, so that their number has a limit as well.
constexpr uint64_t nodeCost = 512;

constexpr uint64_t firstInode = uint64_t{1} << 40; // beyond those of the disk
uint64_t spaceLimit = Scratch::usualLimit, spaceUsed = 0, lastInode = firstInode;

bool isRoomFor(uint64_t bytes) {
    if (bytes <= spaceLimit && spaceUsed <= spaceLimit - bytes) return true;
    if (host.noteLimit) host.noteLimit(HostLimit::Scratch);
    return false;
}

bool takeSpace(uint64_t bytes) {
    if (!isRoomFor(bytes)) return false;
    spaceUsed += bytes;
    return true;
}

}

Scratch scratch;

ScratchNode::ScratchNode() : inode(++lastInode) {
    spaceUsed += nodeCost;
    readNs = writtenNs = changedNs = hostTimeNs();
}

ScratchNode::~ScratchNode() { spaceUsed -= nodeCost + content.size(); }

int ScratchNode::resize(uint64_t size) {
    if (size > content.size()) {
        if (!takeSpace(size - content.size())) return ENOSPC;
    } else {
        spaceUsed -= content.size() - size;
    }
    content.resize(size);
    return 0;
}

int ScratchNode::write(uint64_t at, std::string_view bytes) {
    if ((at > spaceLimit || bytes.size() > spaceLimit) && !isRoomFor(UINT64_MAX)) return ENOSPC;
    if (at + bytes.size() > content.size())
        if (int failed = resize(at + bytes.size())) return failed;
    std::copy(bytes.begin(), bytes.end(), content.begin() + static_cast<std::ptrdiff_t>(at));
    touch();
    return 0;
}

void ScratchNode::touch() { writtenNs = changedNs = hostTimeNs(); }

void Scratch::begin(uint64_t limit) {
    m_nodes.clear();
    lastInode = firstInode;
    spaceLimit = UINT64_MAX;
    make(std::string(home), ScratchNode::Kind::Folder, 0755);
    spaceLimit = limit;
}

void Scratch::end() { m_nodes.clear(); }

uint64_t Scratch::used() const { return spaceUsed; }

ScratchPointer Scratch::find(std::string_view path) const {
    auto found = m_nodes.find(path);
    return found == m_nodes.end() ? nullptr : found->second;
}

bool Scratch::hidesBelow(std::string_view path) const {
    for (size_t end = path.size(); end > 0; end = path.rfind('/', end - 1)) {
        auto found = m_nodes.find(path.substr(0, end));
        if (found != m_nodes.end() && (found->second->opaque || found->second->kind != ScratchNode::Kind::Folder)) return true;
    }
    return false;
}

ScratchPointer Scratch::make(const std::string& path, ScratchNode::Kind kind, uint32_t mode) {
    if (!isRoomFor(nodeCost)) return nullptr;
    auto node = std::make_shared<ScratchNode>();
    node->kind = kind;
    node->mode = mode;
    auto known = m_nodes.find(path);
    node->opaque = kind == ScratchNode::Kind::Folder && known != m_nodes.end(); // it was removed
    put(path, node);
    return node;
}

int Scratch::put(const std::string& path, const ScratchPointer& node) {
    ScratchPointer& place = m_nodes[path];
    ScratchPointer old = place;
    if (old) --old->paths;
    place = node;
    ++node->paths;
    return 0;
}

void Scratch::drop(std::string_view path) {
    std::string below = std::string(path) + "/";
    for (auto it = m_nodes.lower_bound(below); it != m_nodes.end() && it->first.compare(0, below.size(), below) == 0;) {
        --it->second->paths;
        it = m_nodes.erase(it);
    }
    auto found = m_nodes.find(path);
    if (found == m_nodes.end()) return;
    --found->second->paths;
    m_nodes.erase(found);
}

void Scratch::remove(const std::string& path, bool isOnDisk) {
    drop(path);
    if (!isOnDisk || hidesBelow(path)) return;
    // Deleting works on a full disk, so this node is not asked whether there is space for it.
    auto node = std::make_shared<ScratchNode>();
    node->kind = ScratchNode::Kind::Removed;
    put(path, node);
}

std::vector<std::string> Scratch::namesIn(std::string_view folder) const {
    std::vector<std::string> names;
    std::string below = folder == "/" ? "/" : std::string(folder) + "/";
    for (auto it = m_nodes.lower_bound(below); it != m_nodes.end() && it->first.compare(0, below.size(), below) == 0; ++it) {
        std::string name = it->first.substr(below.size());
        if (it->second->kind != ScratchNode::Kind::Removed && name.find('/') == std::string::npos) names.push_back(name);
    }
    return names;
}

std::vector<std::pair<std::string, ScratchPointer>> Scratch::files() const {
    std::vector<std::pair<std::string, ScratchPointer>> found;
    for (const auto& [path, node] : m_nodes)
        if (node->kind == ScratchNode::Kind::File) found.emplace_back(path, node);
    return found;
}

}
