#pragma once
#include <string>
#include <string_view>

namespace zoomc {

// report.css, and how a content security policy names it: "sha256-<base64>".
std::string_view report_style(std::string_view name);
std::string report_style_source();

}  // namespace zoomc
