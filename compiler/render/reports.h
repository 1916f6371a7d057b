#pragma once
#include <memory>

#include "render/format.h"

// One report a format, each in a file of its own. They show what they are handed: `make_report`
// hides the secrets before.
namespace zoomc {

std::unique_ptr<Report> make_json_report();
std::unique_ptr<Report> make_sarif_report(ReportSettings settings);
std::unique_ptr<Report> make_github_report();
std::unique_ptr<Report> make_gitlab_report();
std::unique_ptr<Report> make_junit_report();
std::unique_ptr<Report> make_checkstyle_report();

}  // namespace zoomc
