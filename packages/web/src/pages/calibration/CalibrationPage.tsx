export function CalibrationPage() {
	return <p>soon</p>;
}
