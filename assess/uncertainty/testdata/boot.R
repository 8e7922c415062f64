# Writes boot.json: acceleration and percentiles of BCa intervals by the R package boot (Debian: r-cran-boot 1.3-28.1), on data that it ships.
# Run it here as: Rscript boot.R
library(boot)
set.seed(7)
num <- function(x) format(x, digits = 15, scientific = FALSE, trim = TRUE)
vec <- function(x) paste0("[", paste(num(x), collapse = ","), "]")
case <- function(name, data, f, level) {
  n <- nrow(data)
  b <- boot(data, f, 999)
  left <- sapply(1:n, function(i) f(data[-i, , drop = FALSE], 1:(n - 1)))
  L <- (n - 1) * (mean(left) - left)  # empinf(type = "jack") takes t0 for the mean
  a <- sum(L^3) / (6 * sum(L^2)^1.5)
  stopifnot(sum(b$t == b$t0) == 0)  # boot counts ties as above
  w <- qnorm(sum(b$t < b$t0) / length(b$t))
  z <- qnorm((1 + c(-level, level)) / 2)
  at <- pnorm(w + (w + z) / (1 - a * (w + z)))
  # boot.ci gives the same places: the order statistics that it interpolates between.
  ci <- boot.ci(b, conf = level, type = "bca", L = L)$bca
  stopifnot(abs(ci[2:3] / 1000 - at) < 1e-3)
  sprintf('{"name": "%s", "level": %s, "without": [%s], "below": %d, "equal": %d, "n": %d, "acceleration": %s, "low": %s, "high": %s}',
    name, num(level), vec(left), sum(b$t < b$t0), sum(b$t == b$t0), length(b$t), num(a), num(at[1]), num(at[2]))
}
ratio <- function(d, i) sum(d$x[i]) / sum(d$u[i])
cases <- c(case("boot, city, ratio", city, ratio, .9), case("boot, bigcity, ratio", bigcity, ratio, .95),
  case("boot, aircondit, variance of logarithms", aircondit, function(d, i) var(log(d$hours[i])), .9))
writeLines(c('{"origin": "R package boot 1.3-28.1; made by boot.R", "cases": [', paste(cases, collapse = ",\n"), "]}"), "boot.json")
