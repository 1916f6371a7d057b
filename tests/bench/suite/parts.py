"""The parts of zoomc one by one: runs the Google Benchmark program of parts/."""
import json
import subprocess


def measure(setting, quick):
    """`{"part/input": {"us", "mb"}}`: the median of microseconds a file and of megabytes a second."""
    words = [setting.parts, "--benchmark_format=json", "--benchmark_report_aggregates_only=true",
             "--benchmark_enable_random_interleaving=true", f"--benchmark_repetitions={2 if quick else 5}",
             f"--benchmark_min_time={0.002 if quick else 0.05}"]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    medians = [one for one in json.loads(done.stdout)["benchmarks"] if one["aggregate_name"] == "median"]
    # As they are registered, not as they took turns.
    medians.sort(key=lambda one: one["family_index"])
    return {one["run_name"]: {"us": one["us_per_file"], "mb": one["bytes_per_second"] / 1e6} for one in medians}
