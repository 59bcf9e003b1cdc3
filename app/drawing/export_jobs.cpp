// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drawing/export_jobs.h"

#include <algorithm>
#include <iostream>
#include <map>

#include "app/drawing/child_processes.h"
#include "app/drawing/export_verb.h"
#include "app/verbs.h"
#include "core/host/files.h"
#include "core/text/quoted_words.h"

namespace memtape {

namespace {

struct Job {
    size_t lineNumber = 0; // from 1
    CommandLine call;
    std::string problem; // of its words
};

// What the line asks for, over what the call of --jobs said for all of them.
Job jobOf(std::string_view text, size_t lineNumber, const CommandLine& forAll) {
    Job job{lineNumber, forAll, {}};
    job.call.jobs.clear();
    auto words = quotedWords(text);
    if (!words) {
        job.problem = "a quote is not closed";
        return job;
    }
    words->insert(words->begin(), "export");
    job.problem = takeWords(*words, job.call);
    if (job.problem.empty() && !job.call.jobs.empty()) job.problem = "--jobs has no place in a job";
    if (job.problem.empty() && job.call.file == "-") job.problem = "a job's program is a file, not the standard input";
    return job;
}

std::vector<Job> jobsOf(std::string_view text, const CommandLine& forAll) {
    std::vector<Job> jobs;
    for (size_t number = 1; !text.empty(); ++number) {
        const size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const size_t first = line.find_first_not_of(" \t\r");
        if (first != std::string_view::npos && line[first] != '#') jobs.push_back(jobOf(line, number, forAll));
    }
    std::map<std::string, size_t> writers;
    for (Job& job : jobs) {
        if (!job.problem.empty()) continue;
        const auto [writer, isFirst] = writers.emplace(hostAbsolutePath(job.call.output), job.lineNumber);
        if (!isFirst) job.problem = "'" + job.call.output + "' is what line " + std::to_string(writer->second) + " writes";
    }
    return jobs;
}

}

int exportJobs(const CommandLine& line) {
    std::string text;
    if (const int failed = hostReadNamed(line.jobs, text)) {
        complain("can't open file '" + line.jobs + "': " + errorText(failed));
        return 3;
    }
    const std::vector<Job> jobs = jobsOf(text, line);
    if (jobs.empty()) {
        complain("'" + line.jobs + "' has no jobs: a line for each, as behind `memtape export`");
        return 2;
    }
    const std::vector<ProcessEnd> ends = inProcesses(jobs.size(), [&jobs](size_t number, int) {
        const Job& job = jobs[number];
        if (job.problem.empty()) return exportVerb(job.call);
        complain(job.problem);
        return 2;
    });
    int worst = 0;
    for (size_t i = 0; i < jobs.size(); ++i) {
        std::cerr << saidOf(ends[i].said, line.jobs + ":" + std::to_string(jobs[i].lineNumber));
        worst = std::max(worst, ends[i].status);
    }
    return worst;
}

}
