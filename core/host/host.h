// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The world outside, as the program sees it: where its output goes, what it reads, the clock, chance, files. All answers pass
// through here and nowhere else, so that a run can be repeated, and so that what is not allowed is refused in one place.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/events/memory_events.h"

namespace memtape {

struct Host {
    // Where the program's output goes besides the tape; null: nowhere.
    void (*output)(void* context, OutputStream stream, const char* data, size_t size) = nullptr;
    // The next line of the input with its '\n'; false: its end; empty: none yet, ask again. Null: there is no input.
    bool (*readLine)(void* context, std::string& line) = nullptr;
    void* context = nullptr;
    std::string programFolder;                      // reading beside the program is allowed
    std::vector<std::string> allowRead, allowWrite; // further folders, absolute
    std::vector<std::string> arguments;             // sys.argv
    bool inputEnded = false;
    bool followed = false; // somebody reads the recording meanwhile: it is published before a wait
};

extern Host host;

// Where clocks and chance come from; who repeats a run puts others in their place.
enum class HostClock { Wall, Monotonic, Process };
struct HostSources {
    int64_t (*clock)(HostClock which); // nanoseconds
    void (*random)(void* out, size_t size);
};
extern HostSources hostSources;

void hostWrite(OutputStream stream, std::string_view bytes);
bool hostReadLine(std::string& line); // false: end of input; or an exception is pending, or the run is being stopped
int64_t hostTimeNs();                 // since 1970
int64_t hostMonotonicNs();
int64_t hostProcessNs();
bool hostSleep(double seconds); // wakes up to look whether the run is to stop; false: stop
void hostRandomBytes(void* out, size_t size);

// Files are read whole and written whole. The result is 0 or an errno value; EACCES where the folder is not allowed.
enum class FileUse { Read, Write };
bool hostAllows(const std::string& path, FileUse use);
int hostReadFile(const std::string& path, std::string& content);
int hostWriteFile(const std::string& path, std::string_view content);
enum class FileKind { Missing, File, Folder };
FileKind hostFileKind(const std::string& path); // Missing where not allowed
int hostListFolder(const std::string& path, std::vector<std::string>& names);
const char* errorText(int number); // strerror in English

}
