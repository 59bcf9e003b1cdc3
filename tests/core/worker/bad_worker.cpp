// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/worker/bad_worker.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <map>

#include "core/events/encoding.h"
#include "core/session/runner.h"
#include "core/worker/messages.h"
#include "core/worker/run_wire.h"
#include "core/worker/sealed_file.h"

namespace memtape::test {

namespace {

constexpr int ownSocket = 3;

// A packet as channel.cpp makes it, but of whatever is wanted.
struct Head {
    uint32_t kind = 0, isInFile = 0;
    uint64_t size = 0;
};

void packet(std::string_view bytes, const std::vector<int>& files = {}) {
    iovec part{const_cast<char*>(bytes.data()), bytes.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    alignas(cmsghdr) char control[CMSG_SPACE(16 * sizeof(int))] = {};
    if (!files.empty()) {
        message.msg_control = control;
        message.msg_controllen = CMSG_SPACE(files.size() * sizeof(int));
        cmsghdr* passed = CMSG_FIRSTHDR(&message);
        passed->cmsg_level = SOL_SOCKET;
        passed->cmsg_type = SCM_RIGHTS;
        passed->cmsg_len = CMSG_LEN(files.size() * sizeof(int));
        std::memcpy(CMSG_DATA(passed), files.data(), files.size() * sizeof(int));
    }
    if (sendmsg(ownSocket, &message, MSG_NOSIGNAL) < 0) _exit(0);
}

void say(uint32_t kind, std::string_view body, uint64_t claimed, const std::vector<int>& files = {}) {
    Head head{kind, !files.empty(), claimed};
    packet(std::string(reinterpret_cast<const char*>(&head), sizeof head) + std::string(files.empty() ? body : std::string_view()), files);
}
void say(WorkerMessage kind, std::string_view body = {}) { say(static_cast<uint32_t>(kind), body, body.size()); }
void hello() { say(WorkerMessage::Hello, std::to_string(workerProtocolVersion)); }

std::string words(std::initializer_list<uint64_t> values) {
    std::string bytes;
    for (uint64_t value : values) bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    return bytes;
}

// The head of a chunk: events, steps, allocs, the sizes of its streams, the same compressed, definitions.
std::string chunkHead(uint32_t events, uint32_t steps, uint32_t size, uint32_t stored, uint64_t definitions) {
    std::string bytes;
    auto put = [&](uint32_t v) { bytes.append(reinterpret_cast<const char*>(&v), sizeof v); };
    put(events), put(steps), put(0);
    for (uint32_t s = 0; s < streamCount; s++) put(s ? 0 : size);
    for (uint32_t s = 0; s < streamCount; s++) put(s ? 0 : stored);
    put(0); // the next is aligned
    bytes.append(reinterpret_cast<const char*>(&definitions), sizeof definitions);
    return bytes;
}

int plainFile(const char* text) {
    char name[] = "/tmp/memtape-bad-worker-XXXXXX";
    int file = mkstemp(name);
    unlink(name);
    if (write(file, text, std::strlen(text)) < 0) _exit(1);
    return file;
}

int unsealedFile() {
    int file = memfd_create("unsealed", MFD_ALLOW_SEALING);
    if (ftruncate(file, 20000) != 0) _exit(1);
    return file;
}

void output(std::string_view body) { say(WorkerMessage::Output, body); }
constexpr uint32_t outputKind = static_cast<uint32_t>(WorkerMessage::Output);

const std::map<std::string, void (*)()>& deeds() {
    static const std::map<std::string, void (*)()> all{
        {"no hello", [] { output("\1text"); }},
        {"another version", [] { say(WorkerMessage::Hello, "999"); }},
        {"no version", [] { say(WorkerMessage::Hello, "x"); }},
        {"two hellos", [] { hello(), hello(); }},
        {"less than a head", [] { hello(), packet("short"); }},
        {"an unknown kind", [] { hello(), say(4000, "", 0); }},
        {"a message of the window", [] { hello(), say(WorkerMessage::Stop); }},
        {"less than was said", [] { hello(), say(outputKind, "\1text", 100); }},
        {"more than was said", [] { hello(), say(outputKind, "\1text", 2); }},
        {"more than fits", [] { hello(), say(outputKind, std::string(60000, '\1'), 60000); }},
        {"more than may be", [] { hello(), say(outputKind, "", UINT64_MAX, {makeSealedFile({"x"})}); }},
        {"no file", [] { hello(), packet(std::string("\x09\0\0\0\1\0\0\0\5\0\0\0\0\0\0\0", 16)); }},
        {"a file on a disk", [] { hello(), say(outputKind, "", 5, {plainFile("\1text")}); }},
        {"a file that can shrink", [] { hello(), say(outputKind, "", 20000, {unsealedFile()}); }},
        {"a file that ends early", [] { hello(), say(outputKind, "", 20000, {makeSealedFile({"\1text"})}); }},
        {"many files",
         [] {
             hello(), say(outputKind, "", 5, {makeSealedFile({"\1text"}), makeSealedFile({"\1text"}), 0, 1, 2});
         }},
        {"a directory", [] { hello(), say(outputKind, "", 5, {open("/", O_RDONLY)}); }},
        {"output to no stream", [] { hello(), output("\3text"); }},
        {"output without a stream", [] { hello(), output(""); }},
        {"a definition that is none", [] { hello(), say(WorkerMessage::Definitions, "\7\7\7\7"); }},
        {"a definition of a wild number", [] { hello(), say(WorkerMessage::Definitions, std::string("\0\xff\xff\xff\xff\x0f\1p\0\1", 10)); }},
        {"no chunks", [] { hello(), say(WorkerMessage::Chunks, words({0})); }},
        {"chunks without a count", [] { hello(), say(WorkerMessage::Chunks, "abc"); }},
        {"more chunks than there are", [] { hello(), say(WorkerMessage::Chunks, words({UINT64_MAX / 2})); }},
        {"a chunk beyond the end", [] { hello(), say(WorkerMessage::Chunks, words({1}) + chunkHead(9, 1, 9, 0x7fffffff, 0)); }},
        {"a chunk of too many bytes", [] { hello(), say(WorkerMessage::Chunks, words({1}) + chunkHead(0xffffffff, 1, 0xffffffff, 1, 0) + "x"); }},
        {"a chunk of other events", [] { hello(), say(WorkerMessage::Chunks, words({1}) + chunkHead(7, 1, 1, 1, 0) + "x"); }},
        {"a chunk of more steps than events", [] { hello(), say(WorkerMessage::Chunks, words({1}) + chunkHead(1, 2, 1, 1, 0) + "x"); }},
        {"a chunk with definitions to come", [] { hello(), say(WorkerMessage::Chunks, words({1}) + chunkHead(1, 1, 1, 1, 8) + "x"); }},
        {"bytes behind the chunks", [] { hello(), say(WorkerMessage::Chunks, words({1}) + chunkHead(1, 1, 1, 1, 0) + "xyz"); }},
        {"an open chunk without a head", [] { hello(), say(WorkerMessage::OpenChunk, "x"); }},
        {"an open chunk that is cut", [] { hello(), say(WorkerMessage::OpenChunk, chunkHead(5, 1, 5, 0, 0) + "x"); }},
        {"an open chunk of wild sizes",
         [] { hello(), say(WorkerMessage::OpenChunk, chunkHead(0xffffffff, 1, 0xffffffff, 0, 0) + std::string(70, 'x')); }},
        {"two lines at once", [] { hello(), say(WorkerMessage::InputWanted), say(WorkerMessage::InputWanted); }},
        {"a result that is none", [] { hello(), say(WorkerMessage::Finished, "\xff\xff\xff"); }},
        {"a result cut short", [] { hello(), say(WorkerMessage::Finished, runResultBytes({}).substr(0, 3)); }},
        {"a result that says it has crashed",
         [] {
             RunResult result;
             result.end = EndReason::Crashed;
             hello(), say(WorkerMessage::Finished, runResultBytes(result));
         }},
    };
    return all;
}

// Those that say nothing wrong.
void behave(const std::string& name) {
    if (name == "silent") pause();
    hello();
    if (name == "deaf") pause();
    while (name == "never stops talking") output("\1text");
    if (name == "ends") _exit(7);
    if (name == "hangs up") close(ownSocket), pause();
    if (name == "damaged events") { // all that can be looked at is right, but not what it means
        std::string noise(64 + readSlack, '\xA5');
        say(WorkerMessage::OpenChunk, chunkHead(64, 64, 64, 0, 0) + noise);
        for (int i = 0; i < 20; i++) say(WorkerMessage::Chunks, words({1}) + chunkHead(1, 1, 1, 1, 0) + std::string(1, static_cast<char>(i * 13)));
        say(WorkerMessage::OpenChunk, chunkHead(64, 64, 64, 0, 0) + noise);
        say(WorkerMessage::Finished, runResultBytes({}));
    }
}

}

std::vector<std::string> badWorkers() {
    std::vector<std::string> names;
    for (const auto& [name, deed] : deeds()) names.push_back(name);
    return names;
}

std::optional<int> runIfBadWorker() {
    const char* name = std::getenv(badWorkerVariable);
    if (!name) return std::nullopt;
    auto deed = deeds().find(name);
    if (deed == deeds().end()) behave(name);
    else deed->second();
    for (;;) pause(); // it does not end by itself
}

}
