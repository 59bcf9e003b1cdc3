// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The program's private folder in memory: its folder for temporary files and its home, and a layer over the folders where it writes by names of its own (rules.h says
// which). What it makes, changes and deletes there is kept here and ends with the run; the disk stays as it is.
//
// Nodes are known by their absolute path without links. A path may be on the disk, too:
//   file, link      stands for what lies on the disk at that path
//   folder          adds to the folder on the disk; an `opaque` one hides it (it was made where one had been deleted)
//   removed         nothing is there, whatever the disk has
// A file that is open stays what it is when its path is deleted or given to another, as the handles share the node.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace memtape {

struct ScratchNode {
    enum class Kind : uint8_t { File, Folder, Link, Removed } kind = Kind::File;
    bool opaque = false;
    uint32_t mode = 0644; // the rwx bits
    uint32_t paths = 0;   // how many lead here
    uint64_t inode = 0;
    int64_t readNs = 0, writtenNs = 0, changedNs = 0;
    std::string content; // a link's: its target

    ScratchNode();
    ~ScratchNode();
    ScratchNode(const ScratchNode&) = delete;
    ScratchNode& operator=(const ScratchNode&) = delete;
    // The content gets another length (zeros at its end): 0, or ENOSPC where the folder's limit is reached.
    int resize(uint64_t size);
    int write(uint64_t at, std::string_view bytes);
    void touch(); // it was written to now
};
using ScratchPointer = std::shared_ptr<ScratchNode>;

class Scratch {
public:
    static constexpr std::string_view home = "/tmp";
    static constexpr uint64_t usualLimit = uint64_t{256} << 20;

    void begin(uint64_t limit); // of a run: nothing but its home
    void end();

    uint64_t used() const;                            // bytes, of the limit
    ScratchPointer find(std::string_view path) const; // null: the path is as the disk has it
    bool hidesBelow(std::string_view path) const;     // whether the disk's things below this path are not to be seen
    // A new node at a path whose folder is there; null: ENOSPC.
    ScratchPointer make(const std::string& path, ScratchNode::Kind kind, uint32_t mode);
    int put(const std::string& path, const ScratchPointer& node);    // a further path of it, in the place of what was there
    void remove(const std::string& path, bool isOnDisk);             // it, and all below it
    std::vector<std::string> namesIn(std::string_view folder) const; // removed ones are not among them
    std::vector<std::pair<std::string, ScratchPointer>> files() const;

private:
    void drop(std::string_view path);
    std::map<std::string, ScratchPointer, std::less<>> m_nodes;
};

extern Scratch scratch;

}
