#include <algorithm>
#include <map>
#include <set>

#include "review/report_parts.h"

namespace zoomc::report {
namespace {

// More cells than this are no picture any more; then each scope lists what it is for.
constexpr std::size_t kMaxCells = 20'000;

// Features have a column each; what has no name of its own in the language shares one.
std::string column_of(const Subject& subject) {
  switch (subject.kind) {
    case SubjectKind::sign_in: return "sign-in";
    case SubjectKind::feature: return subject.key;
    case SubjectKind::operation: return "operations";
    case SubjectKind::event: return "events";
    case SubjectKind::extra_scope: return "by hand";
  }
  return {};
}

class Matrix {
 public:
  explicit Matrix(const View& view) : view_(view), resolved_(view.cx.resolved) {
    std::set<std::uint32_t> served;
    for (const PacketScope& entry : view.packet.scopes) {
      served.insert(entry.subjects.begin(), entry.subjects.end());
    }
    for (std::uint32_t i = 0; i < resolved_.subjects.size(); ++i) {
      if (served.count(i) != 0) {
        add_column(column_of(resolved_.subjects[i]));
      } else {
        unserved_.push_back(asked_as(resolved_.subjects[i]));
      }
    }
    is_list_ = view.packet.scopes.size() * columns_.size() > kMaxCells;
  }

  HtmlWriter write() {
    HtmlWriter out;
    out.markup("<table class=\"matrix ").markup(width()).markup("\">\n<thead><tr>");
    out.markup("<th scope=\"col\">Scope, and why the app needs it</th>");
    for (const std::string& column : columns_) {
      out.markup("<th scope=\"col\" class=\"column\"><span>").text(column).markup("</span></th>");
    }
    out.markup("</tr></thead>\n<tbody>\n");
    for (std::size_t i = 0; i < view_.packet.scopes.size(); ++i) out.html(row(i));
    return out.markup("</tbody>\n</table>\n").html(without_scope());
  }

 private:
  void add_column(const std::string& column) {
    if (numbers_.emplace(column, columns_.size()).second) columns_.push_back(column);
  }

  // What the app asks for and no scope is known for, or at the app's level.
  HtmlWriter without_scope() const {
    HtmlWriter out;
    if (unserved_.empty()) return out;
    out.markup("<p class=\"lead\">Asked for, and no scope is known for it: ");
    for (std::size_t i = 0; i < unserved_.size(); ++i) {
      if (i > 0) out.markup(", ");
      out.code(unserved_[i]);
    }
    return out.markup("</p>\n");
  }

  // Below which width the columns do not fit any more.
  Markup width() const {
    if (is_list_) return "list";
    if (columns_.size() <= 8) return "few";
    return columns_.size() <= 18 ? Markup("some") : Markup("many");
  }

  HtmlWriter row(std::size_t index) const {
    const PacketScope& entry = view_.packet.scopes[index];
    HtmlWriter out;
    out.markup("<tr><th scope=\"row\">").html(scope_link(view_, index));
    out.markup("<p><bdi>").text(entry.reason.text).markup("</bdi></p></th>");
    std::vector<std::size_t> marked;
    for (const std::uint32_t number : entry.subjects) {
      marked.push_back(numbers_.at(column_of(resolved_.subjects[number])));
    }
    std::sort(marked.begin(), marked.end());
    marked.erase(std::unique(marked.begin(), marked.end()), marked.end());
    std::size_t next = 0;
    for (const std::size_t column : marked) {
      for (; next < column && !is_list_; ++next) out.markup("<td></td>");
      out.markup("<td class=\"mark\" title=\"").text(columns_[column]).markup("\"><span>");
      out.text(columns_[column]).markup("</span></td>");
      next = column + 1;
    }
    for (; next < columns_.size() && !is_list_; ++next) out.markup("<td></td>");
    return out.markup("</tr>\n");
  }

  const View& view_;
  const ResolvedApp& resolved_;
  std::vector<std::string> columns_;
  std::map<std::string, std::size_t> numbers_;
  std::vector<std::string> unserved_;
  bool is_list_ = false;
};

}  // namespace

HtmlWriter matrix(const View& view) {
  HtmlWriter out;
  out.markup("<section id=\"scopes\">\n<h2>Scopes by feature</h2>\n");
  if (view.packet.scopes.empty()) {
    return out.markup("<p class=\"lead\">The app asks for no scope.</p>\n</section>\n");
  }
  out.markup("<p class=\"lead\">A dot: the feature needs the scope.</p>\n");
  return out.html(Matrix(view).write()).markup("</section>\n");
}

}  // namespace zoomc::report
