// Charts, as Vega-Lite specifications with their data inside.

package coding

// A Chart is a Vega-Lite 5 specification, ready for encoding/json.
type Chart map[string]any

const vegaLite = "https://vega.github.io/schema/vega-lite/v5.json"

func axis(field, kind string, sort []string) map[string]any {
	a := map[string]any{"field": field, "type": kind}
	if sort != nil {
		a["sort"] = sort
	}
	return a
}

func heatMap(title string, values []map[string]any, x, y, color string, xs, ys []string) Chart {
	return Chart{
		"$schema": vegaLite, "title": title, "data": map[string]any{"values": values}, "mark": map[string]any{"type": "rect", "tooltip": true},
		"encoding": map[string]any{"x": axis(x, "nominal", xs), "y": axis(y, "nominal", ys), "color": axis(color, "quantitative", nil)},
	}
}
