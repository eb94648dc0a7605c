/** Mantine's theme: ink on a plain ground. Hues are kept for control (home, allied, neutral, rival). */
import { createTheme, type MantineColorsTuple } from "@mantine/core";

const ink: MantineColorsTuple = [
	"#f4f5f6",
	"#e6e8eb",
	"#cdd2d7",
	"#b0b7bf",
	"#8f98a2",
	"#6b7480",
	"#4d555e",
	"#363d44",
	"#23282d",
	"#14171a",
];

const SANS =
	'-apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", system-ui, Arial, sans-serif';

export const theme = createTheme({
	fontFamily: SANS,
	fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
	colors: { ink },
	primaryColor: "ink",
	primaryShade: { light: 9, dark: 1 },
	autoContrast: true,
	defaultRadius: 6,
	cursorType: "pointer",
	respectReducedMotion: true,
	headings: { fontFamily: SANS, fontWeight: "620" },
	components: {
		NativeSelect: { defaultProps: { size: "sm" } },
		Button: { defaultProps: { size: "xs", variant: "default" } },
	},
});
