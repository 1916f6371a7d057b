"""The plots of growth, as SVG: time beside memory, both on logarithmic axes."""
import matplotlib

matplotlib.use("svg")
# The same data give the same bytes, and text stays text.
matplotlib.rcParams.update({
    "svg.hashsalt": "zoomc", "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 10,
    "font.sans-serif": ["DejaVu Sans", "Helvetica", "Arial"], "axes.spines.top": False, "axes.spines.right": False,
    "axes.edgecolor": "#57606a", "axes.labelcolor": "#24292f", "xtick.color": "#57606a", "ytick.color": "#57606a",
    "axes.titlesize": 11, "axes.titleweight": "bold", "axes.titlelocation": "left", "legend.frameon": False})
from matplotlib import pyplot  # noqa: E402  (after the choice of what draws)
from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter  # noqa: E402

COLOURS = ("#0969da", "#bf3989", "#1a7f37", "#9a6700")
MARKERS = ("o", "s", "^", "D")


def short(value):
    """1000 as 1,000 and 0.5 as 0.5."""
    return f"{value:,.0f}" if value >= 1 else f"{value:g}"


def seconds(value):
    return f"{short(value)} s" if value >= 1 else f"{short(value * 1000)} ms"


def memory(value):
    return f"{short(value)} MiB"


def panel(axes, curves, title, label, unit, values):
    """`values(point)` is the middle, the least and the most of a point, in the unit of the axis."""
    lows, highs = [], []
    for number, (name, points) in enumerate(curves.items()):
        xs = [point["x"] for point in points]
        middles, least, most = zip(*(values(point) for point in points))
        colour = COLOURS[number]
        axes.fill_between(xs, least, most, color=colour, alpha=0.15, linewidth=0)
        axes.plot(xs, middles, color=colour, marker=MARKERS[number], markersize=4.5, linewidth=1.6, label=name)
        lows.append(min(least))
        highs.append(max(most))
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_ylim(min(lows) / 1.6, max(highs) * 1.6)
    axes.set_title(title)
    axes.set_xlabel(label)
    for axis, form in ((axes.xaxis, short), (axes.yaxis, unit)):
        axis.set_major_formatter(FuncFormatter(lambda value, _, form=form: form(value)))
        axis.set_minor_formatter(NullFormatter())
    if xs[-1] / xs[0] < 50:
        axes.set_xticks(xs)
    if max(highs) / min(lows) < 20:
        axes.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    axes.grid(True, which="major", color="#d0d7de", linewidth=0.6)
    axes.set_axisbelow(True)


def proportional(axes, points, value):
    """A dashed line through the last point: twice as much for twice as much."""
    last = points[-1]
    low, high = axes.get_ylim()
    xs = [point["x"] for point in points]
    axes.plot([xs[0], xs[-1]], [value(last) * xs[0] / xs[-1], value(last)], color="#8c959f", linewidth=1,
              linestyle=(0, (4, 3)), label="proportional", zorder=1)
    axes.set_ylim(low, high)


def draw(growth, path):
    figure, (time, space) = pyplot.subplots(1, 2, figsize=(10, 3.9))
    curves = growth["curves"]
    panel(time, curves, "Time", growth["axis"], seconds,
          lambda point: (point["wall"], point["wall_min"], point["wall_max"]))
    panel(space, curves, "Peak memory", growth["axis"], memory, lambda point: (point["peak_kib"] / 1024,) * 3)
    first = next(iter(curves.values()))
    proportional(time, first, lambda point: point["wall"])
    proportional(space, first, lambda point: point["peak_kib"] / 1024)
    time.legend(loc="upper left")
    figure.tight_layout(w_pad=3)
    path.parent.mkdir(exist_ok=True)
    figure.savefig(path, metadata={"Date": None, "Creator": None})
    pyplot.close(figure)
