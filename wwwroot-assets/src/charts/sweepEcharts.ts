// What the charts of a sweep use of ECharts, beside what all do.
import { HeatmapChart, ParallelChart } from 'echarts/charts';
import { ParallelComponent, VisualMapContinuousComponent } from 'echarts/components';
import { echarts } from './echarts';

echarts.use([HeatmapChart, ParallelChart, ParallelComponent, VisualMapContinuousComponent]);

export { echarts };
